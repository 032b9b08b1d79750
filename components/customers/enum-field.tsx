'use client'

import { SelectField, type SelectFieldProps } from '@/components/form/select-field'
import { type EnumName, useEnumText } from './enum-text'

/** A choice among the values of an enumeration. */
export function EnumField({ of, ...props }: Omit<SelectFieldProps, 'textOf'> & { of: EnumName }) {
  const enumText = useEnumText()
  return <SelectField {...props} textOf={(value) => enumText(of, value)} />
}
