'use client'

import { SearchX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useContext } from 'react'
import { Alert } from '@/components/ui/alert'
import { DeadEndCard } from '@/components/ui/dead-end-card'
import { RetryAlert } from '@/components/ui/retry-alert'
import { isMissing, refusalMessageKey } from '@/lib/client/refusal-message'
import type { CustomerDetails } from '@/lib/contract/customer-details'
import { CustomerDetailsSkeleton } from './customer-details-skeleton'
import { CustomerEditContext, type EditingCustomer, useCustomerPage } from './customer-page'

type CustomerPartProps = {
  /** The part in a form. */
  edit: (edit: EditingCustomer) => ReactNode
  /** The part to read, for those who may not change it. */
  read: (customer: CustomerDetails) => ReactNode
}

/** A part of a customer: in a form for those who may change it, to read for the others, with the reason. */
export function CustomerPart({ edit, read }: CustomerPartProps) {
  const t = useTranslations('customerDetails')
  const tCommon = useTranslations('common')
  const tRefusal = useTranslations('refusals')
  const { details, editing } = useCustomerPage()
  const held = useContext(CustomerEditContext)
  const { data, error, isFetching, refetch } = details

  if (data && held) return edit(held)
  if (data) {
    return (
      <div className="grid gap-5">
        {editing === 'allowed' ? null : <Alert>{t(`readOnly.${editing === 'role' ? 'role' : 'own'}`)}</Alert>}
        {read(data)}
      </div>
    )
  }
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
