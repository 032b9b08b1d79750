'use client'

import { FieldFrame } from '@/components/ui/field-frame'
import { Textarea } from '@/components/ui/textarea'
import { type FieldProps, useField } from './use-field'
import { useRegistered } from './use-registered'

/** Several lines of text, sent as typed. */
export function TextAreaField(props: FieldProps) {
  const registered = useRegistered(props.name)
  const { frame, control } = useField(props)
  return (
    <FieldFrame {...frame}>
      <Textarea {...registered} {...control} rows={2} />
    </FieldFrame>
  )
}
