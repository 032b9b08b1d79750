'use client'

import { useTranslations } from 'next-intl'
import { useContext } from 'react'
import { useController } from 'react-hook-form'
import { FieldFrame } from '@/components/ui/field-frame'
import { Select } from '@/components/ui/select'
import { ChangeTrackingContext } from './change-tracking'
import { type FieldProps, useField } from './use-field'

export type SelectFieldProps = FieldProps & {
  /** The values of the wire. */
  values: readonly string[]
  textOf: (value: string) => string
  /** Offers to choose none. */
  emptiable?: boolean
}

/** One of a few values. The native select carries the value of the wire. */
export function SelectField({ values, textOf, emptiable, ...props }: SelectFieldProps) {
  const t = useTranslations('form')
  const { frame, control } = useField(props)
  // Controlled, because what is put on the form from outside may need an option that is not there yet.
  const { field } = useController({ name: props.name })
  const held: string = field.value ?? ''
  const stands = useContext(ChangeTrackingContext)?.before(props.name) ?? held
  // A value that is newer than this console stays a choice, or saving anything else would change it.
  const offered = [...new Set([...values, stands, held])].filter((value): value is string => Boolean(value))
  return (
    <FieldFrame {...frame}>
      <Select {...control} {...field} value={held}>
        {emptiable || held === '' || stands === '' ? <option value="">{t('notChosen')}</option> : null}
        {offered.map((value) => (
          <option key={value} value={value}>
            {textOf(value)}
          </option>
        ))}
      </Select>
    </FieldFrame>
  )
}
