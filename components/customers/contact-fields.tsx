'use client'

import { useTranslations } from 'next-intl'
import { DateField } from '@/components/form/date-field'
import { FieldGroup } from '@/components/form/field-grid'
import { SwitchField } from '@/components/form/switch-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { EmailField, PhoneField, TextField } from '@/components/form/text-field'
import { contactRoles, contactTypes, genders, salutations } from '@/lib/contract/enums'
import { EnumField } from './enum-field'
import { IdentityFields } from './identity-fields'

/** Every element of a contact. */
export function ContactFields() {
  const t = useTranslations('customerForm.groups')
  return (
    <>
      <FieldGroup title={t('person')}>
        <EnumField name="contact.salutation" of="salutation" values={salutations} emptiable />
        <EnumField name="contact.gender" of="gender" values={genders} emptiable />
        <TextField name="contact.firstName" />
        <TextField name="contact.middleName" />
        <TextField name="contact.lastName" />
        <DateField name="contact.birthdate" />
      </FieldGroup>
      <FieldGroup title={t('reach')}>
        <PhoneField name="contact.mobilePhoneNumber" />
        <PhoneField name="contact.landlinePhoneNumber" />
        <PhoneField name="contact.additionalPhoneNumber" />
        <EmailField name="contact.emailAddress" />
      </FieldGroup>
      <IdentityFields />
      <FieldGroup title={t('standing')}>
        <EnumField name="contact.type" of="contactType" values={contactTypes} />
        <EnumField name="contact.role" of="contactRole" values={contactRoles} />
        <SwitchField name="contact.isPrimary" />
      </FieldGroup>
      <FieldGroup title={t('more')}>
        <TextField name="contact.picture" />
        <TextAreaField name="contact.remarks" />
      </FieldGroup>
    </>
  )
}
