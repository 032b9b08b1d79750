'use client'

import { useTranslations } from 'next-intl'
import { SectionCard } from '@/components/ui/card'
import { DescriptionList } from '@/components/ui/description-list'
import type { CustomerDetails } from '@/lib/contract/customer-details'
import { FixedItems } from './customer-details-profile'

/** Elements of a sub-customer that no call changes, with the reason. */
export function FixedElements({ customer }: { customer: CustomerDetails }) {
  const t = useTranslations('customerEdit')
  return (
    <SectionCard id="fixed" title={t('sections.fixed')} description={t('descriptions.fixed')}>
      <DescriptionList>
        <FixedItems customer={customer} />
      </DescriptionList>
    </SectionCard>
  )
}
