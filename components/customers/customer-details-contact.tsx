'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useEnumText } from '@/components/form/enum-text'
import { Badge } from '@/components/ui/badge'
import { DescriptionList } from '@/components/ui/description-list'
import type { Contact } from '@/lib/contract/customer-details'
import { spellDate } from '@/lib/forms/date-text'
import { CustomerDetailsFlag } from './customer-details-flag'
import { CustomerDetailsId } from './customer-details-id'
import { CustomerDetailsItem as Item } from './customer-details-item'

type CustomerDetailsContactProps = {
  contact: Contact
  title: string
  /** What is to be said and done about the contact besides its elements. */
  children?: ReactNode
}

/** One contact with its identity documents. */
export function CustomerDetailsContact({ contact, title, children }: CustomerDetailsContactProps) {
  const t = useTranslations('customerDetails')
  const tElement = useTranslations('elements')
  const enumText = useEnumText()
  const locale = useLocale()
  const { type, role, salutation, gender, birthdate } = contact
  return (
    <article aria-label={title}>
      <h3 className="mb-1 flex items-center gap-2 font-semibold">
        {title}
        {contact.isPrimary ? <Badge tone="info">{t('primary')}</Badge> : null}
      </h3>
      <DescriptionList>
        <Item element="salutation">{salutation && enumText('salutation', salutation)}</Item>
        <Item element="firstName">{contact.firstName}</Item>
        <Item element="middleName">{contact.middleName}</Item>
        <Item element="lastName">{contact.lastName}</Item>
        <Item element="emailAddress">{contact.emailAddress}</Item>
        <Item element="mobilePhoneNumber">{contact.mobilePhoneNumber}</Item>
        <Item element="landlinePhoneNumber">{contact.landlinePhoneNumber}</Item>
        <Item element="additionalPhoneNumber">{contact.additionalPhoneNumber}</Item>
        <Item element="type">{type && enumText('contactType', type)}</Item>
        <Item element="role">{role && enumText('contactRole', role)}</Item>
        <Item element="gender">{gender && enumText('gender', gender)}</Item>
        {/* What is no date is shown as it came. */}
        <Item element="birthdate">{birthdate && (spellDate(birthdate, locale) ?? birthdate)}</Item>
        <CustomerDetailsFlag element="isPrimary" value={contact.isPrimary} />
        <Item element="picture">{contact.picture}</Item>
        <Item element="remarks">{contact.remarks}</Item>
        <CustomerDetailsId element="id" value={contact.id} />
      </DescriptionList>
      <h4 className="mt-4 mb-1 font-medium text-ink-muted">{tElement('identity')}</h4>
      {contact.identity?.length ? (
        <ul className="divide-y divide-line rounded border">
          {contact.identity.map(({ idType, idNumber }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two documents may be the same to the letter.
            <li key={index} className="px-3.5 py-1">
              <DescriptionList>
                <Item element="idType">{idType && enumText('idType', idType)}</Item>
                <Item element="idNumber">{idNumber}</Item>
              </DescriptionList>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-muted">{t('none.identity')}</p>
      )}
      {children}
    </article>
  )
}
