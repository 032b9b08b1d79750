'use client'

import { type ComponentProps, useId } from 'react'
import { FieldFrame, fieldIds } from '@/components/ui/field-frame'
import { Input } from '@/components/ui/input'

type CodeFieldProps = Pick<ComponentProps<'input'>, 'ref'> & {
  label: string
  hint?: string
  error?: string
  /** The code was refused; why stands above the form. */
  refused?: boolean
  /** A recovery code has letters too, and no device fills it in. */
  kind?: 'authenticator' | 'recovery'
}

/** A code in one plain field: it can be pasted, read out and filled in by the device. */
export function CodeField({ label, hint, error, refused = false, kind = 'authenticator', ref }: CodeFieldProps) {
  const id = useId()
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error}>
      <Input
        ref={ref}
        id={id}
        name="code"
        autoComplete={kind === 'authenticator' ? 'one-time-code' : 'off'}
        inputMode={kind === 'authenticator' ? 'numeric' : 'text'}
        autoCapitalize="none"
        spellCheck={false}
        required
        aria-invalid={error || refused ? true : undefined}
        aria-describedby={fieldIds(id, { hint: Boolean(hint), error: Boolean(error) }).describedBy}
        className="font-mono tracking-wider"
      />
    </FieldFrame>
  )
}

/** The code that a form with a `CodeField` holds. Spaces, by which people group it, are no part of it. */
export function codeOf(form: HTMLFormElement): string {
  return String(new FormData(form).get('code') ?? '').replace(/\s/g, '')
}
