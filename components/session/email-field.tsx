'use client'

import { type ComponentProps, useId } from 'react'
import { FieldFrame, fieldIds } from '@/components/ui/field-frame'
import { Input } from '@/components/ui/input'

type EmailFieldProps = Pick<ComponentProps<'input'>, 'ref' | 'defaultValue'> & { label: string; error?: string }

/** The e-mail address by which a user signs in. */
export function EmailField({ label, error, ...input }: EmailFieldProps) {
  const id = useId()
  return (
    <FieldFrame id={id} label={label} error={error}>
      <Input
        {...input}
        id={id}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={fieldIds(id, { hint: false, error: Boolean(error) }).describedBy}
      />
    </FieldFrame>
  )
}
