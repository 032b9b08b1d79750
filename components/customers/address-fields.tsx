'use client'

import { useTranslations } from 'next-intl'
import { FieldGrid, FieldGroup } from '@/components/form/field-grid'
import { SwitchField } from '@/components/form/switch-field'
import { EmailField, TextField } from '@/components/form/text-field'
import { addressTypes, salutations, titles } from '@/lib/contract/enums'
import { CountryField } from './country-field'
import { EnumField } from './enum-field'

/** Every element of one address. `base` is its path on the wire, such as `address.0`. */
export function AddressFields({ base }: { base: string }) {
  const t = useTranslations('customerForm.groups')
  return (
    <>
      <FieldGrid>
        <EnumField name={`${base}.type`} of="addressType" values={addressTypes} />
        <SwitchField name={`${base}.isPrimary`} className="row-span-4 self-center" />
      </FieldGrid>
      <FieldGroup title={t('place')}>
        <CountryField name={`${base}.country`} required />
        <TextField name={`${base}.city`} required />
        <TextField name={`${base}.zipCode`} required />
        <TextField name={`${base}.pobox`} />
        <TextField name={`${base}.street`} />
        <TextField name={`${base}.buildingNumber`} />
        <TextField name={`${base}.buildingName`} />
        <TextField name={`${base}.buildingFloor`} />
        <TextField name={`${base}.apartmentNumber`} />
        <TextField name={`${base}.entrance`} />
        <TextField name={`${base}.province`} />
        <TextField name={`${base}.state`} />
      </FieldGroup>
      <FieldGroup title={t('representative')}>
        <TextField name={`${base}.fullName`} required />
        <TextField name={`${base}.company`} />
        <EnumField name={`${base}.salutation`} of="salutation" values={salutations} emptiable />
        <EnumField name={`${base}.title`} of="title" values={titles} emptiable />
        <EmailField name={`${base}.emailAddress`} />
      </FieldGroup>
    </>
  )
}
