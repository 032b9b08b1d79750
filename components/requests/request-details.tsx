'use client'

import { useQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { DeadEndCard } from '@/components/ui/dead-end-card'
import { RetryAlert } from '@/components/ui/retry-alert'
import { Skeleton } from '@/components/ui/skeleton'
import { isMissing, refusalMessageKey } from '@/lib/client/refusal-message'
import { recordedRequestOptions } from '@/lib/client/request-queries'
import { RequestOutcome } from './request-outcome'

/** One request: what was asked, by whom and when, and its live status. */
export function RequestDetails({ requestId }: { requestId: string }) {
  const t = useTranslations('requests')
  const tCommon = useTranslations('common')
  const tRefusal = useTranslations('refusals')
  const { data, error, isFetching, refetch } = useQuery(recordedRequestOptions(requestId))

  if (data) return <RequestOutcome request={data} />
  if (!error) {
    return (
      <Card className="grid gap-4 p-5">
        <Skeleton pill className="w-24" />
        <Skeleton className="w-80 max-w-full" />
        <Skeleton className="w-64 max-w-full" />
      </Card>
    )
  }
  if (isMissing(error)) {
    return (
      <DeadEndCard
        icon={<SearchX className="size-5" />}
        title={t('missing.title')}
        back={{ href: '/requests', text: t('missing.back') }}
      >
        {t('missing.text')}
      </DeadEndCard>
    )
  }
  return (
    <RetryAlert title={t('oneFailed')} retryLabel={tCommon('retry')} busy={isFetching} onRetry={refetch}>
      {tRefusal(refusalMessageKey(error))}
    </RetryAlert>
  )
}
