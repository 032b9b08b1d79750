'use client'

import { FieldError } from '@/components/ui/field-frame'
import { Switch } from '@/components/ui/switch'
import { type FieldProps, useField } from './use-field'
import { useRegistered } from './use-registered'

/** On or off. */
export function SwitchField(props: FieldProps) {
  const registered = useRegistered(props.name)
  const { frame, control } = useField(props)
  return (
    <div className={props.className}>
      <Switch {...registered} {...control} label={frame.label} hint={frame.hint} hintId={`${frame.id}-hint`} />
      {frame.error || !frame.note ? <FieldError id={`${frame.id}-error`}>{frame.error}</FieldError> : null}
      {frame.note}
    </div>
  )
}
