'use client'

import { useTranslations } from 'next-intl'
import { PageTabs } from '@/components/ui/page-tabs'
import { customerPath, type EditSectionId, useEditSections } from './edit-sections'

type CustomerTabsProps = {
  customerId: string
  /** Whether the pages of what a parent keeps about a sub-customer are offered, too. */
  isSubCustomer: boolean
  /** How many changes that are not sent each page of the form holds. */
  changes?: ReadonlyMap<EditSectionId, number>
}

/** The pages about one customer. */
export function CustomerTabs({ customerId, isSubCustomer, changes }: CustomerTabsProps) {
  const t = useTranslations('customerDetails.tabs')
  const sections = useEditSections(customerId)
  const path = customerPath(customerId)
  const tabs = [
    ...sections.map(({ id, title, href }) => ({ href, title, badge: <ChangeCount count={changes?.get(id) ?? 0} /> })),
    ...(isSubCustomer
      ? [
          { href: `${path}/external-parameters`, title: t('externalParameters'), withBelow: true },
          { href: `${path}/requests`, title: t('requests') },
        ]
      : []),
  ]
  return <PageTabs label={t('navigation')} tabs={tabs} />
}

function ChangeCount({ count }: { count: number }) {
  const t = useTranslations('customerDetails.tabs')
  if (count === 0) return null
  return (
    <span className="min-w-5 rounded-full bg-warning-soft px-1.5 text-center font-medium text-warning-text text-xs">
      <span aria-hidden="true">{count}</span>
      <span className="sr-only">{t('changes', { count })}</span>
    </span>
  )
}
