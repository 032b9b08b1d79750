'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useHydrated } from '@/components/form/use-hydrated'
import { Button } from '@/components/ui/button'
import type { AuthOutcome } from '@/lib/client/auth-call'
import { AuthFailureAlert } from './auth-failure-alert'
import { PasswordField } from './password-field'
import { useAuthAction } from './use-auth-action'

type ConfirmPasswordFormProps<T> = {
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
  submit,
  variant = 'primary',
  call,
  onDone,
  focused = false,
  children,
}: ConfirmPasswordFormProps<T>) {
  const t = useTranslations('signIn')
  const { busy, failure, run } = useAuthAction()
  const [missing, setMissing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const ready = useHydrated()

  useEffect(() => {
    if (focused) input.current?.focus()
  }, [focused])

  async function handleSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const password = String(new FormData(event.currentTarget).get('password') ?? '')
    setMissing(password === '')
    if (password === '') return input.current?.focus()
    await run(
      () => call(password),
      onDone,
      () => {
        input.current?.select()
        input.current?.focus()
      },
    )
  }

  return (
    <form method="post" noValidate onSubmit={handleSubmit}>
      <AuthFailureAlert failure={failure} />
      <PasswordField
        ref={input}
        label={t('password')}
        autoComplete="current-password"
        error={missing ? t('passwordMissing') : undefined}
      />
      <Button
        type="submit"
        variant={variant}
        size="large"
        busy={busy}
        disabled={!ready}
        className="w-full disabled:opacity-100"
      >
        {submit}
      </Button>
      {children}
    </form>
  )
}
