'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { useHydrated } from '@/components/form/use-hydrated'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { SectionCard } from '@/components/ui/card'
import { Checkbox } from '@/components/ui/checkbox'
import { useAnnounce } from '@/components/ui/live-region'
import { changePassword } from '@/lib/client/password'
import { securityKeys } from '@/lib/client/session-queries'
import { type PasswordFault, passwordFaults } from '@/lib/contract/password'
import { AuthFailureAlert } from './auth-failure-alert'
import { NewPasswordField } from './new-password-field'
import { PasswordField } from './password-field'
import { useAuthAction } from './use-auth-action'
import { usePointOut } from './use-point-out'
import { UsernameHint } from './username-hint'

/** Changes the password. */
export function PasswordSection({ email }: { email: string }) {
  const t = useTranslations('security.password')
  const tSignIn = useTranslations('signIn')
  const tFailure = useTranslations('authFailures')
  const announce = useAnnounce()
  const pointOut = usePointOut()
  const queryClient = useQueryClient()
  const { busy, failure, run } = useAuthAction()
  const [missing, setMissing] = useState(false)
  const [faults, setFaults] = useState<PasswordFault[]>([])
  // Counts the changes: each gives a fresh form.
  const [changes, setChanges] = useState(0)
  const current = useRef<HTMLInputElement>(null)
  const next = useRef<HTMLInputElement>(null)
  const ready = useHydrated()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const currentPassword = String(form.get('currentPassword') ?? '')
    const newPassword = String(form.get('newPassword') ?? '')
    const found = passwordFaults(newPassword, email)
    setMissing(currentPassword === '')
    setFaults(found)
    if (currentPassword === '') return pointOut(current.current, tSignIn('passwordMissing'))
    if (found.length > 0) return next.current?.focus()
    await run(
      () => changePassword({ currentPassword, newPassword, revokeOtherSessions: form.get('elsewhere') !== null }),
      () => {
        setChanges(changes + 1)
        announce(t('changed'))
        queryClient.invalidateQueries({ queryKey: securityKeys.sessions })
      },
      (failed) => {
        if (failed.kind === 'wrongPassword') pointOut(current.current, tFailure(failed.kind))
        if (failed.kind !== 'weakPassword') return current.current?.focus()
        setFaults(failed.faults)
        next.current?.focus()
      },
    )
  }

  return (
    <SectionCard id="password" title={t('title')}>
      <form key={changes} method="post" noValidate onSubmit={submit} className="max-w-md">
        {changes > 0 && !busy && !failure ? (
          <Alert tone="success" className="mb-4">
            {t('changed')}
          </Alert>
        ) : null}
        <AuthFailureAlert failure={failure} />
        <UsernameHint email={email} />
        <PasswordField
          ref={current}
          name="currentPassword"
          label={t('current')}
          autoComplete="current-password"
          error={
            missing
              ? tSignIn('passwordMissing')
              : failure?.kind === 'wrongPassword'
                ? tFailure(failure.kind)
                : undefined
          }
        />
        <NewPasswordField ref={next} faults={faults} />
        <Checkbox name="elsewhere" defaultChecked label={t('elsewhere')} className="mb-4" />
        <Button type="submit" variant="primary" busy={busy} disabled={!ready} className="disabled:opacity-100">
          {t('submit')}
        </Button>
      </form>
    </SectionCard>
  )
}
