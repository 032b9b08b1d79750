'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ComponentProps, type ReactNode, useId, useState } from 'react'
import { FieldFrame, fieldIds } from '@/components/ui/field-frame'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'

type PasswordFieldProps = Pick<ComponentProps<'input'>, 'ref' | 'name' | 'onChange'> & {
  label: string
  autoComplete: 'current-password' | 'new-password'
  hint?: ReactNode
  error?: ReactNode
  /** Sits at the end of the label's line. */
  accessory?: ReactNode
}

/** A password, hidden until asked to show it. */
export function PasswordField({ label, hint, error, accessory, name = 'password', ...input }: PasswordFieldProps) {
  const t = useTranslations('password')
  const [shown, setShown] = useState(false)
  const id = useId()
  const Icon = shown ? EyeOff : Eye
  return (
    <FieldFrame id={id} label={label} hint={hint} error={error} accessory={accessory}>
      <div className="relative">
        <Input
          {...input}
          id={id}
          name={name}
          type={shown ? 'text' : 'password'}
          autoCapitalize="none"
          spellCheck={false}
          required
          aria-invalid={error ? true : undefined}
          aria-describedby={fieldIds(id, { hint: Boolean(hint), error: Boolean(error) }).describedBy}
          className="pe-11 pointer-coarse:pe-12"
        />
        <IconButton
          label={shown ? t('hide') : t('show')}
          icon={<Icon aria-hidden="true" className="size-4" />}
          size="small"
          onClick={() => setShown(!shown)}
          className="absolute inset-y-0 end-1 my-auto"
        />
      </div>
    </FieldFrame>
  )
}
