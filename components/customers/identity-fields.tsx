'use client'

import { useTranslations } from 'next-intl'
import { FieldEntries } from '@/components/form/field-entries'
import { FieldGrid } from '@/components/form/field-grid'
import { TextField } from '@/components/form/text-field'
import { idTypes } from '@/lib/contract/enums'
import { blankIdentity } from '@/lib/forms/create-customer-draft'
import { EnumField } from './enum-field'

/** The identity documents of a contact. */
export function IdentityFields() {
  const t = useTranslations('customerForm.groups')
  return (
    <fieldset aria-describedby="identity-hint" className="mt-2 mb-1 min-w-0">
      <legend className="font-semibold text-ink-muted text-sm">{t('identity')}</legend>
      <p id="identity-hint" className="mb-2.5 text-ink-muted text-sm">
        {t('identityHint')}
      </p>
      <FieldEntries name="contact.identity" blank={blankIdentity}>
        {(base) => (
          <FieldGrid>
            <EnumField name={`${base}.idType`} of="idType" values={idTypes} emptiable required />
            <TextField name={`${base}.idNumber`} required />
          </FieldGrid>
        )}
      </FieldEntries>
    </fieldset>
  )
}
