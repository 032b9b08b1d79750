'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FieldGrid, FieldGroup } from '@/components/form/field-grid'
import { SwitchField } from '@/components/form/switch-field'
import { TextField } from '@/components/form/text-field'
import { customerTypes, mfaConfigurations } from '@/lib/contract/enums'
import { EnumField } from './enum-field'

/** Elements of the profile that can be given at creation and changed afterwards; `children` are further fields among them. */
export function ProfileFields({ children }: { children?: ReactNode }) {
  const t = useTranslations('customerForm.groups')
  return (
    <>
      <FieldGrid>
        <TextField name="name" />
        <EnumField name="type" of="customerType" values={customerTypes} />
        {children}
        <TextField name="vatRegistrationNumber" />
        <EnumField name="mfaConfiguration" of="mfaConfiguration" values={mfaConfigurations} />
      </FieldGrid>
      <FieldGroup title={t('permissions')}>
        <SwitchField name="allowOfferDelegation" />
        <SwitchField name="isAllowedImeiLock" />
      </FieldGroup>
    </>
  )
}
