'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FieldGrid } from '@/components/form/field-grid'
import { SwitchField } from '@/components/form/switch-field'
import { TextField } from '@/components/form/text-field'

type DefinitionFieldsProps = {
  /** What stands before the elements' names on the wire: "" or the path of an entry with its dot. */
  base: string
  /** What the definition is for. */
  entity: string
  /** Stands under the name. */
  children?: ReactNode
}

/** The elements of a definition. */
export function DefinitionFields({ base, entity, children }: DefinitionFieldsProps) {
  const t = useTranslations('externalParams.definitions.searchableHint')
  return (
    <>
      <FieldGrid>
        <TextField name={`${base}name`} required autoCapitalize="none" spellCheck={false} />
        <TextField name={`${base}displayName`} />
      </FieldGrid>
      {children}
      <FieldGrid>
        <TextField name={`${base}Description`} className="sm:col-span-2" />
      </FieldGrid>
      <SwitchField name={`${base}isSearchable`} hint={t(entity === 'customer' ? 'customer' : 'other')} />
    </>
  )
}
