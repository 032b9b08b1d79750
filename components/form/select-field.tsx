'use client'

import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { FieldFrame } from '@/components/ui/field-frame'
import { Select } from '@/components/ui/select'
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
  const { register, getValues } = useFormContext()
  const { frame, control } = useField(props)
  const held: string = getValues(props.name) ?? ''
  // A value that is newer than this console stays a choice, or saving anything else would change it.
  const offered = held === '' || values.includes(held) ? values : [...values, held]
  return (
    <FieldFrame {...frame}>
      <Select {...register(props.name)} {...control} defaultValue={held}>
        {emptiable || held === '' ? <option value="">{t('notChosen')}</option> : null}
        {offered.map((value) => (
          <option key={value} value={value}>
            {textOf(value)}
          </option>
        ))}
      </Select>
    </FieldFrame>
  )
}
