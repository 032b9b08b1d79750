'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { SectionCard } from '@/components/ui/card'
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list'
import type { CustomerDetails } from '@/lib/contract/customer-details'
import { NotGiven } from './not-given'

/** Campaigns and custom fields of a customer. */
export function CustomerDetailsLists({
  customer: { campaign = [], customFields = [] },
}: {
  customer: CustomerDetails
}) {
  const t = useTranslations('customerDetails')
  const format = useFormatter()
  return (
    <>
      <SectionCard id="campaign" title={t('sections.campaign')}>
        {campaign.length > 0 ? (
          <DescriptionList>
            <DescriptionItem name={t('campaignIds')}>
              {format.list(campaign.map(String), { type: 'unit' })}
            </DescriptionItem>
          </DescriptionList>
        ) : (
          <p className="text-ink-muted">{t('none.campaign')}</p>
        )}
      </SectionCard>
      <SectionCard id="customFields" title={t('sections.customFields')}>
        {customFields.length > 0 ? (
          <DescriptionList>
            {customFields.map(({ keyName, keyValue }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the platform does not promise that a name stands once.
              <DescriptionItem key={index} name={keyName}>
                {keyValue || <NotGiven />}
              </DescriptionItem>
            ))}
          </DescriptionList>
        ) : (
          <p className="text-ink-muted">{t('none.customFields')}</p>
        )}
      </SectionCard>
    </>
  )
}
