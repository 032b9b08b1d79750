'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { AuthOutcome } from '@/lib/client/auth-call'
import { AuthFailureAlert } from './auth-failure-alert'
import { PasswordField } from './password-field'
import { SubmitButton } from './submit-button'
import { useAuthAction } from './use-auth-action'
import { usePointOut } from './use-point-out'
import { UsernameHint } from './username-hint'

type ConfirmPasswordFormProps<T> = {
  /** Whose password it is. */
  email: string
  submit: ReactNode
  variant?: 'primary' | 'danger'
  call: (password: string) => Promise<AuthOutcome<T>>
  onDone: (value: T) => void | Promise<void>
  /** Takes the focus at once, because it is what the user has just asked for. */
  focused?: boolean
  /** Beside or under the button. */
  children?: ReactNode
}

/** Asks for the password before something about the sign-in is changed: an unwatched screen is not enough. */
export function ConfirmPasswordForm<T>({
  email,
  submit,
  variant = 'primary',
  call,
  onDone,
  focused = false,
  children,
}: ConfirmPasswordFormProps<T>) {
  const t = useTranslations('signIn')
  const tFailure = useTranslations('authFailures')
  const pointOut = usePointOut()
  const { busy, failure, run } = useAuthAction()
  const [missing, setMissing] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (focused) input.current?.focus()
  }, [focused])

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password') ?? '')
    setMissing(password === '')
    if (password === '') return pointOut(input.current, t('passwordMissing'))
    await run(
      () => call(password),
      onDone,
      ({ kind }) => (kind === 'wrongPassword' ? pointOut(input.current, tFailure(kind)) : input.current?.focus()),
    )
  }

  return (
    <form method="post" noValidate onSubmit={handleSubmit}>
      <AuthFailureAlert failure={failure} />
      <UsernameHint email={email} />
      <PasswordField
        ref={input}
        label={t('password')}
        autoComplete="current-password"
        error={missing ? t('passwordMissing') : failure?.kind === 'wrongPassword' ? tFailure(failure.kind) : undefined}
      />
      <SubmitButton busy={busy} variant={variant}>
        {submit}
      </SubmitButton>
      {children}
    </form>
  )
}
