'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { DescriptionList } from '@/components/ui/description-list'
import { readBirthdate } from '@/lib/contract/birthdate'
import type { Contact } from '@/lib/contract/customer-details'
import { CustomerDetailsFlag } from './customer-details-flag'
import { CustomerDetailsId } from './customer-details-id'
import { CustomerDetailsItem as Item } from './customer-details-item'
import { useEnumText } from './enum-text'

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
  const birthdate = useBirthdateText()
  const { type, role, salutation, gender } = contact
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
        <Item element="birthdate">{contact.birthdate && birthdate(contact.birthdate)}</Item>
        <CustomerDetailsFlag element="isPrimary" value={contact.isPrimary} />
        <Item element="picture">{contact.picture}</Item>
        <Item element="remarks">{contact.remarks}</Item>
        <CustomerDetailsId element="id" value={contact.id} />
      </DescriptionList>
      <h4 className="mt-4 mb-1 font-medium text-ink-muted">{tElement('identity')}</h4>
      {contact.identity?.length ? (
        <ul className="divide-y divide-line rounded border">
          {contact.identity.map(({ idType, idNumber }) => (
            <li key={`${idType} ${idNumber}`} className="px-3.5 py-1">
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

/** Words a date of the wire; what is none is shown as it came. */
function useBirthdateText(): (birthdate: string) => string {
  const format = useFormatter()
  return (birthdate) => {
    const date = readBirthdate(birthdate)
    if (typeof date === 'string') return birthdate
    const utc = new Date(0).setUTCFullYear(date.year, date.month - 1, date.day)
    return format.dateTime(utc, { dateStyle: 'long', timeZone: 'UTC' })
  }
}
