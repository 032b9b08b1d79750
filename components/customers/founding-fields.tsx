'use client'

import { TextField } from '@/components/form/text-field'
import { customerStatuses } from '@/lib/contract/enums'
import { CurrencyField } from './currency-field'
import { EnumField } from './enum-field'

/** Elements of the profile that are given at creation once and for all: no call changes them later. */
export function FoundingFields() {
  return (
    <>
      <EnumField name="status" of="customerStatus" values={customerStatuses} required />
      <CurrencyField name="currency" required />
      <TextField name="logo" />
    </>
  )
}
