'use client'

import { type EnumName, useEnumText } from '@/components/form/enum-text'
import { SelectField, type SelectFieldProps } from '@/components/form/select-field'

/** A choice among the values of an enumeration. */
export function EnumField({ of, ...props }: Omit<SelectFieldProps, 'textOf'> & { of: EnumName }) {
  const enumText = useEnumText()
  return <SelectField {...props} textOf={(value) => enumText(of, value)} />
}
