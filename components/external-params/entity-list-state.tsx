'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { RetryAlert } from '@/components/ui/retry-alert'
import { Skeleton } from '@/components/ui/skeleton'
import { refusalMessageKey } from '@/lib/client/refusal-message'

type EntityListStateProps = {
  list: UseQueryResult<{ content: readonly unknown[] }>
  /** What is said where it cannot be read. */
  failed: string
  /** What is said where it is empty. */
  empty: { title: string; text: string }
}

/** Why a list is not there: on its way, failed, or empty. */
export function EntityListState({ list, failed, empty }: EntityListStateProps) {
  const tCommon = useTranslations('common')
  const tRefusal = useTranslations('refusals')
  if (list.isError) {
    return (
      <RetryAlert title={failed} retryLabel={tCommon('retry')} busy={list.isFetching} onRetry={list.refetch}>
        {tRefusal(refusalMessageKey(list.error))}
      </RetryAlert>
    )
  }
  if (!list.data) {
    return (
      <div role="status" className="grid gap-3">
        <span className="sr-only">{tCommon('loading')}</span>
        {[1, 2, 3, 4, 5].map((row) => (
          <Skeleton key={row} className="h-14 w-full" />
        ))}
      </div>
    )
  }
  if (list.data.content.length > 0) return null
  return (
    <Card>
      <EmptyState title={empty.title}>{empty.text}</EmptyState>
    </Card>
  )
}
