'use client'

import { useTranslations } from 'next-intl'
import { SectionCard } from '@/components/ui/card'
import type { CustomerDetails } from '@/lib/contract/customer-details'
import { CustomerDetailsAddress } from './customer-details-address'
import { CustomerPart } from './customer-part'
import { EditAddress } from './edit-address'
import { EditPart } from './edit-part'

/** Addresses up to this number are all open: more of them would be a page of thousands of fields. */
const openAddresses = 5

/** The addresses of a customer. */
export function EditAddresses() {
  const t = useTranslations('customerEdit')
  return (
    <CustomerPart
      edit={(edit) => {
        const { address } = edit.basis.draft
        return (
          <EditPart edit={edit}>
            <SectionCard id="addresses" title={t('sections.addresses')} description={t('descriptions.addresses')}>
              {address.length === 0 ? <p className="text-ink-muted">{t('none.addresses')}</p> : null}
              <div className="grid gap-4">
                {address.map((entry, index) => (
                  <EditAddress key={entry.id} index={index} initiallyOpen={address.length <= openAddresses} />
                ))}
              </div>
            </SectionCard>
          </EditPart>
        )
      }}
      read={(customer) => <ReadAddresses customer={customer} />}
    />
  )
}

function ReadAddresses({ customer: { address = [] } }: { customer: CustomerDetails }) {
  const t = useTranslations('customerDetails')
  return (
    <SectionCard id="addresses" title={t('sections.addresses')}>
      {address.length === 0 ? <p className="text-ink-muted">{t('none.addresses')}</p> : null}
      <div className="grid gap-6">
        {address.map((entry, index) => (
          <CustomerDetailsAddress key={entry.id} address={entry} title={t('addressNumber', { number: index + 1 })} />
        ))}
      </div>
    </SectionCard>
  )
}
