'use client'

import { FieldEntries } from '@/components/form/field-entries'
import { FieldGrid } from '@/components/form/field-grid'
import { TextField } from '@/components/form/text-field'
import { blankCustomField } from '@/lib/forms/create-customer-draft'

/** The custom fields of a customer: names with their values. */
export function CustomFields() {
  return (
    <FieldEntries name="customFields" blank={blankCustomField}>
      {(base) => (
        <FieldGrid>
          <TextField name={`${base}.keyName`} required />
          <TextField name={`${base}.keyValue`} />
        </FieldGrid>
      )}
    </FieldEntries>
  )
}
