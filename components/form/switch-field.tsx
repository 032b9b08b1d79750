'use client'

import { useFormContext } from 'react-hook-form'
import { FieldError } from '@/components/ui/field-frame'
import { Switch } from '@/components/ui/switch'
import { type FieldProps, useField } from './use-field'

/** On or off. */
export function SwitchField(props: FieldProps) {
  const { register } = useFormContext()
  const { frame, control } = useField(props)
  return (
    <div className={props.className}>
      <Switch
        {...register(props.name)}
        {...control}
        label={frame.label}
        hint={frame.hint}
        hintId={`${frame.id}-hint`}
      />
      {frame.error || !frame.note ? <FieldError id={`${frame.id}-error`}>{frame.error}</FieldError> : null}
      {frame.note}
    </div>
  )
}
