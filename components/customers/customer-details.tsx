'use client'

import { useQuery } from '@tanstack/react-query'
import { SearchX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { DeadEndCard } from '@/components/ui/dead-end-card'
import { RetryAlert } from '@/components/ui/retry-alert'
import { customerDetailsOptions } from '@/lib/client/customer-queries'
import { isMissing, refusalMessageKey } from '@/lib/client/refusal-message'
import type { CustomerDetails as Details } from '@/lib/contract/customer-details'
import { CustomerDetailsSections } from './customer-details-sections'
import { CustomerDetailsSkeleton } from './customer-details-skeleton'

type CustomerDetailsProps = {
  id: string
  /** What the server has read already, if it could. */
  initial: Details | undefined
  /** Whether the user may invite its contacts to this console. */
  mayInvite: boolean
}

/** Every element of a sub-customer, to read. */
export function CustomerDetails({ id, initial, mayInvite }: CustomerDetailsProps) {
  const t = useTranslations('customerDetails')
  const tCommon = useTranslations('common')
  const tRefusal = useTranslations('refusals')
  const { data, error, isFetching, refetch } = useQuery({ ...customerDetailsOptions(id), initialData: initial })

  if (data) return <CustomerDetailsSections customer={data} mayInvite={mayInvite} />
  if (!error) return <CustomerDetailsSkeleton />
  if (isMissing(error)) {
    return (
      <DeadEndCard
        icon={<SearchX className="size-5" />}
        title={t('missing.title')}
        back={{ href: '/customers', text: t('missing.back') }}
      >
        {t('missing.text')}
      </DeadEndCard>
    )
  }
  return (
    <RetryAlert title={t('failed')} retryLabel={tCommon('retry')} busy={isFetching} onRetry={refetch}>
      {tRefusal(refusalMessageKey(error))}
    </RetryAlert>
  )
}
