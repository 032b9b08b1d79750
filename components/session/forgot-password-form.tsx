'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { askPasswordReset } from '@/lib/client/password'
import { AuthFailureAlert } from './auth-failure-alert'
import { EmailField } from './email-field'
import { SubmitButton } from './submit-button'
import { useAuthAction } from './use-auth-action'
import { usePointOut } from './use-point-out'

/** Asks for a link to set a new password. What it says does not depend on whether anybody has that address. */
export function ForgotPasswordForm() {
  const t = useTranslations('password')
  const tSignIn = useTranslations('signIn')
  const pointOut = usePointOut()
  const { busy, failure, run } = useAuthAction()
  const [missing, setMissing] = useState(false)
  const [askedFor, setAskedFor] = useState<string>()
  const input = useRef<HTMLInputElement>(null)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const email = String(new FormData(event.currentTarget).get('email') ?? '').trim()
    setMissing(email === '')
    if (email === '') return pointOut(input.current, tSignIn('emailAddressMissing'))
    await run(
      () => askPasswordReset(email),
      () => setAskedFor(email),
    )
  }

  const back = (
    <p className="mt-4 text-center">
      <Link
        href="/sign-in"
        prefetch={false}
        className="inline-block min-h-6 rounded-sm py-0.5 text-accent-text hover:underline"
      >
        {t('backToSignIn')}
      </Link>
    </p>
  )
  if (askedFor !== undefined) {
    return (
      <>
        <Alert tone="info" role="alert" title={t('forgot.sentTitle')} className="mt-4">
          <p className="break-words">{t('forgot.sentText', { email: askedFor })}</p>
        </Alert>
        {back}
      </>
    )
  }
  return (
    <form method="post" noValidate onSubmit={submit}>
      <p className="mt-1 mb-6 text-ink-muted">{t('forgot.lead')}</p>
      <AuthFailureAlert failure={failure} />
      <EmailField
        ref={input}
        label={tSignIn('emailAddress')}
        error={missing ? tSignIn('emailAddressMissing') : undefined}
      />
      <SubmitButton busy={busy}>{t('forgot.submit')}</SubmitButton>
      {back}
    </form>
  )
}
