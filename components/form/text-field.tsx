'use client'

import type { ComponentProps, ReactNode } from 'react'
import { FieldFrame } from '@/components/ui/field-frame'
import { Input } from '@/components/ui/input'
import { type FieldProps, useField } from './use-field'
import { useRegistered } from './use-registered'

type InputHints = Pick<ComponentProps<'input'>, 'type' | 'inputMode' | 'autoCapitalize' | 'spellCheck' | 'dir'>
type TextFieldProps = FieldProps & InputHints & { accessory?: ReactNode }

/** One line of text, sent as typed. */
export function TextField({ name, label, hint, required, className, accessory, ...input }: TextFieldProps) {
  const registered = useRegistered(name)
  const { frame, control } = useField({ name, label, hint, required, className })
  return (
    <FieldFrame {...frame} accessory={accessory}>
      <Input {...input} {...registered} {...control} />
    </FieldFrame>
  )
}

/** A number. Never type=number: it changes by the wheel, and what it cannot read it hides from us. */
export function NumberField(props: FieldProps & { accessory?: ReactNode }) {
  return <TextField {...props} inputMode="decimal" />
}

/** A phone number, typed with whatever separators one likes. */
export function PhoneField(props: FieldProps) {
  return <TextField {...props} type="tel" />
}

/** An e-mail address. Never type=email: the browser would alter what is typed before we see it. */
export function EmailField(props: FieldProps) {
  return <TextField {...props} inputMode="email" autoCapitalize="none" spellCheck={false} />
}
