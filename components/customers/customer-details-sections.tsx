'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SectionCard } from '@/components/ui/card'
import { DescriptionItem, DescriptionList } from '@/components/ui/description-list'
import type { CustomerDetails } from '@/lib/contract/customer-details'
import { ContactInvitation } from './contact-invitation'
import { CustomerDetailsAddress } from './customer-details-address'
import { CustomerDetailsContact } from './customer-details-contact'
import { CustomerDetailsInvoice } from './customer-details-invoice'
import { CustomerDetailsProfile } from './customer-details-profile'
import { NotGiven } from './not-given'

type SectionName = 'contact' | 'addresses' | 'invoice' | 'campaign' | 'customFields'

type CustomerDetailsSectionsProps = {
  customer: CustomerDetails
  /** Whether the user may invite its contacts to this console. */
  mayInvite: boolean
}

/** The parts of a customer, each in a section of its own; a part that is not there says so. */
export function CustomerDetailsSections({ customer, mayInvite }: CustomerDetailsSectionsProps) {
  const t = useTranslations('customerDetails')
  const format = useFormatter()
  const { contact = [], address = [], invoiceConfiguration, campaign = [], customFields = [], currency } = customer

  const section = (name: SectionName, content: ReactNode) => (
    <SectionCard id={name} title={t(`sections.${name}`)}>
      {content ?? <p className="text-ink-muted">{t(`none.${name}`)}</p>}
    </SectionCard>
  )
  const entries = (parts: ReactNode[]) => (parts.length > 0 ? <div className="grid gap-6">{parts}</div> : undefined)

  return (
    <div className="grid gap-5">
      <SectionCard id="profile" title={t('sections.profile')}>
        <CustomerDetailsProfile customer={customer} />
      </SectionCard>
      {section(
        'contact',
        entries(
          contact.map((entry, index) => (
            <CustomerDetailsContact key={entry.id} contact={entry} title={t('contactNumber', { number: index + 1 })}>
              {mayInvite ? <ContactInvitation customerId={customer.customerId} contact={entry} /> : null}
            </CustomerDetailsContact>
          )),
        ),
      )}
      {section(
        'addresses',
        entries(
          address.map((entry, index) => (
            <CustomerDetailsAddress key={entry.id} address={entry} title={t('addressNumber', { number: index + 1 })} />
          )),
        ),
      )}
      {section(
        'invoice',
        invoiceConfiguration && <CustomerDetailsInvoice invoice={invoiceConfiguration} currency={currency} />,
      )}
      {section(
        'campaign',
        campaign.length > 0 ? (
          <DescriptionList>
            <DescriptionItem name={t('campaignIds')}>
              {format.list(campaign.map(String), { type: 'unit' })}
            </DescriptionItem>
          </DescriptionList>
        ) : undefined,
      )}
      {section(
        'customFields',
        customFields.length > 0 ? (
          <DescriptionList>
            {customFields.map(({ keyName, keyValue }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the platform does not promise that a name stands once.
              <DescriptionItem key={index} name={keyName}>
                {keyValue || <NotGiven />}
              </DescriptionItem>
            ))}
          </DescriptionList>
        ) : undefined,
      )}
    </div>
  )
}
