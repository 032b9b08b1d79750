'use client'

import { useFormContext } from 'react-hook-form'
import { FieldFrame } from '@/components/ui/field-frame'
import { Textarea } from '@/components/ui/textarea'
import { type FieldProps, useField } from './use-field'

/** Several lines of text, sent as typed. */
export function TextAreaField(props: FieldProps) {
  const { register } = useFormContext()
  const { frame, control } = useField(props)
  return (
    <FieldFrame {...frame}>
      <Textarea {...register(props.name)} {...control} rows={2} />
    </FieldFrame>
  )
}
