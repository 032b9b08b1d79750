'use client'

import { useTranslations } from 'next-intl'
import { SectionCard } from '@/components/ui/card'
import type { Contact, CustomerDetails } from '@/lib/contract/customer-details'
import { ContactFields } from './contact-fields'
import { ContactInvitation } from './contact-invitation'
import { CustomerDetailsContact } from './customer-details-contact'
import { useCustomerPage } from './customer-page'
import { CustomerPart } from './customer-part'
import { EditContactChoice } from './edit-contact-choice'
import { EditPart } from './edit-part'

/** The contacts of a customer. The platform changes one at a time, so one is on the form. */
export function EditContact() {
  const t = useTranslations('customerEdit')
  return (
    <CustomerPart
      edit={(edit) => {
        const { contact: contacts = [], customerId } = edit.basis.customer
        const chosen = contacts.find(({ id }) => id === edit.basis.draft.contact.id)
        if (!chosen) return <NoContact />
        return (
          <>
            <EditPart edit={edit}>
              <SectionCard id="contact" title={t('sections.contact')} description={t('descriptions.contact')}>
                {contacts.length > 1 ? <EditContactChoice edit={edit} contacts={contacts} /> : null}
                <ContactFields />
              </SectionCard>
            </EditPart>
            <Invitation customerId={customerId} contact={chosen} />
          </>
        )
      }}
      read={(customer) => <ReadContacts customer={customer} />}
    />
  )
}

function NoContact() {
  const t = useTranslations('customerEdit')
  return (
    <SectionCard id="contact" title={t('sections.contact')}>
      <p className="text-ink-muted">{t('none.contact')}</p>
    </SectionCard>
  )
}

function ReadContacts({ customer: { contact = [], customerId } }: { customer: CustomerDetails }) {
  const t = useTranslations('customerDetails')
  return (
    <SectionCard id="contact" title={t('sections.contact')}>
      {contact.length === 0 ? <p className="text-ink-muted">{t('none.contact')}</p> : null}
      <div className="grid gap-6">
        {contact.map((entry, index) => (
          <CustomerDetailsContact key={entry.id} contact={entry} title={t('contactNumber', { number: index + 1 })}>
            <Invitation customerId={customerId} contact={entry} />
          </CustomerDetailsContact>
        ))}
      </div>
    </SectionCard>
  )
}

function Invitation({ customerId, contact }: { customerId: string; contact: Contact }) {
  const { mayInvite } = useCustomerPage()
  return mayInvite ? <ContactInvitation customerId={customerId} contact={contact} /> : null
}
