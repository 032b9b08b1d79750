'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type Ref, useState } from 'react'
import { fieldIds } from '@/components/ui/field-frame'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'

/** The current password, hidden until asked to show it. */
export function PasswordInput({ ref, invalid }: { ref: Ref<HTMLInputElement>; invalid: boolean }) {
  const t = useTranslations('signIn')
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <div className="relative">
      <Input
        ref={ref}
        id="password"
        name="password"
        type={shown ? 'text' : 'password'}
        autoComplete="current-password"
        autoCapitalize="none"
        spellCheck={false}
        required
        aria-invalid={invalid || undefined}
        aria-describedby={fieldIds('password', { hint: false, error: invalid }).describedBy}
        className="pe-11 pointer-coarse:pe-12"
      />
      <IconButton
        label={shown ? t('hidePassword') : t('showPassword')}
        icon={<Icon aria-hidden="true" className="size-4" />}
        size="small"
        onClick={() => setShown(!shown)}
        className="absolute inset-y-0 end-1 my-auto"
      />
    </div>
  )
}
