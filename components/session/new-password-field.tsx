'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { type Ref, useEffect, useState } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import { type PasswordFault, passwordLengths } from '@/lib/contract/password'
import { PasswordField } from './password-field'
import { type PasswordStrength, passwordStrength } from './password-strength'

/** Pause in typing after which the strength is read out, in milliseconds. */
const pauseMs = 900

type NewPasswordFieldProps = { ref: Ref<HTMLInputElement>; faults: readonly PasswordFault[] }

/** A new password; what it lacks, or how strong it is, is told in words as one types. */
export function NewPasswordField({ ref, faults }: NewPasswordFieldProps) {
  const t = useTranslations('password')
  const format = useFormatter()
  const strengthText = useStrengthText()
  const announce = useAnnounce()
  const [password, setPassword] = useState('')
  const told = strengthText(passwordStrength(password))

  useEffect(() => {
    if (told === '') return
    const timer = setTimeout(() => announce(told), pauseMs)
    return () => clearTimeout(timer)
  }, [told, announce])

  return (
    <>
      <PasswordField
        ref={ref}
        name="newPassword"
        label={t('new')}
        autoComplete="new-password"
        hint={t('rule', { enough: passwordLengths.enough, fewer: passwordLengths.withVariety })}
        error={
          faults.length > 0
            ? format.list(
                faults.map((fault) => t(`faults.${fault}`, { longest: passwordLengths.longest })),
                { type: 'unit' },
              )
            : undefined
        }
        onChange={(event) => setPassword(event.target.value)}
      />
      <p className="-mt-1 mb-4 min-h-5 text-ink-muted text-sm">{told}</p>
    </>
  )
}

function useStrengthText(): (strength: PasswordStrength) => string {
  const t = useTranslations('password')
  const format = useFormatter()
  return (strength) => {
    if (strength.level === 'none') return ''
    if (strength.level !== 'weak') return t(`strength.${strength.level}`)
    const { more, kinds } = strength
    if (kinds.length === 0) return t('strength.weak', { more })
    const missing = format.list(kinds.map((kind) => t(`kinds.${kind}`)))
    return t(more > passwordLengths.enough - passwordLengths.withVariety ? 'strength.weak' : 'strength.weakOrKinds', {
      more,
      missing,
    })
  }
}
