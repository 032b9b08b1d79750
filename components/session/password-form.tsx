'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { type SignedIn, signIn } from '@/lib/client/sign-in'
import { AuthFailureAlert } from './auth-failure-alert'
import { EmailField } from './email-field'
import { PasswordField } from './password-field'
import { SubmitButton } from './submit-button'
import { useAuthAction } from './use-auth-action'
import { usePointOut } from './use-point-out'

type PasswordFormProps = {
  /** Whose sign-in it is likely to be: then only the password is asked for. */
  email?: string
  onSignedIn: (outcome: SignedIn) => void | Promise<void>
}

/** The first step of signing in: e-mail address and password. */
export function PasswordForm({ email: knownEmail, onSignedIn }: PasswordFormProps) {
  const t = useTranslations('signIn')
  const pointOut = usePointOut()
  const { busy, failure, run } = useAuthAction()
  const [missing, setMissing] = useState({ email: false, password: false })
  const email = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)

  useEffect(() => {
    if (knownEmail) password.current?.focus()
    // Whoever was faster than the code stays where he is.
    else if (document.activeElement === document.body) email.current?.focus()
  }, [knownEmail])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    // Read from the form: a password manager's value may not have passed through React.
    const form = new FormData(event.currentTarget)
    const credentials = {
      email: String(form.get('email') ?? '').trim(),
      password: String(form.get('password') ?? ''),
      rememberMe: form.get('rememberMe') !== null,
    }
    const absent = { email: credentials.email === '', password: credentials.password === '' }
    setMissing(absent)
    if (absent.email) return pointOut(email.current, t('emailAddressMissing'))
    if (absent.password) return pointOut(password.current, t('passwordMissing'))
    await run(
      () => signIn(credentials),
      onSignedIn,
      () => {
        password.current?.select()
        password.current?.focus()
      },
    )
  }

  const forgot = (
    // In a tab of its own from within a dialog: what is typed on the page under it stays.
    <Link
      href="/sign-in/forgot"
      prefetch={false}
      target={knownEmail ? '_blank' : undefined}
      className="inline-block min-h-6 rounded-sm py-0.5 text-accent-text hover:underline"
    >
      {t('forgot')}
    </Link>
  )
  return (
    // `post` although the browser never sends it: without code a plain form would put the password into the address.
    <form method="post" noValidate onSubmit={submit}>
      <AuthFailureAlert failure={failure} />
      <EmailField
        ref={email}
        label={t('emailAddress')}
        defaultValue={knownEmail}
        error={missing.email ? t('emailAddressMissing') : undefined}
      />
      <PasswordField
        ref={password}
        label={t('password')}
        autoComplete="current-password"
        error={missing.password ? t('passwordMissing') : undefined}
      />
      <Checkbox name="rememberMe" label={t('rememberMe')} hint={t('rememberMeHint')} className="mb-5" />
      <SubmitButton busy={busy}>{t('submit')}</SubmitButton>
      <p className="mt-4 text-center">{forgot}</p>
    </form>
  )
}
