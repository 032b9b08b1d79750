'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { LinkButton } from '@/components/ui/link-button'
import { resetPassword } from '@/lib/client/password'
import { type PasswordFault, passwordFaults } from '@/lib/contract/password'
import { AuthFailureAlert } from './auth-failure-alert'
import { NewPasswordField } from './new-password-field'
import { SubmitButton } from './submit-button'
import { useAuthAction } from './use-auth-action'

type ResetPasswordFormProps = {
  token: string
  /** The link is that of an invitation: it is the user's first password. */
  invited: boolean
}

/** Sets a new password with the token of a mailed link, which works once. */
export function ResetPasswordForm({ token: mailed, invited }: ResetPasswordFormProps) {
  const t = useTranslations('password')
  const { busy, failure, run } = useAuthAction()
  const [token] = useState(mailed)
  const [faults, setFaults] = useState<PasswordFault[]>([])
  const [done, setDone] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  // The token is in memory now; in the address it would stay in the history of a shared machine.
  useEffect(() => window.history.replaceState(null, '', window.location.pathname), [])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const newPassword = String(new FormData(event.currentTarget).get('newPassword') ?? '')
    const found = passwordFaults(newPassword)
    setFaults(found)
    if (found.length > 0) return input.current?.focus()
    await run(
      () => resetPassword(token, newPassword),
      () => setDone(true),
      (failed) => {
        if (failed.kind === 'weakPassword') setFaults(failed.faults)
        input.current?.focus()
      },
    )
  }

  if (done) {
    const signIn = (
      <LinkButton href="/sign-in" variant="primary">
        {t('reset.signIn')}
      </LinkButton>
    )
    return (
      <Alert tone="success" role="alert" title={t('reset.doneTitle')} actions={signIn} className="mt-4">
        {t('reset.doneText')}
      </Alert>
    )
  }
  const newLink = (
    <LinkButton href="/sign-in/forgot" size="small">
      {t('reset.newLink')}
    </LinkButton>
  )
  if (token === '') {
    return (
      <Alert tone="danger" title={t('reset.noToken')} actions={newLink} className="mt-4">
        {t('reset.noTokenText')}
      </Alert>
    )
  }
  return (
    <form method="post" noValidate onSubmit={submit}>
      <p className="mt-1 mb-6 text-ink-muted">{t(invited ? 'reset.leadInvited' : 'reset.lead')}</p>
      <AuthFailureAlert failure={failure} actions={failure?.kind === 'invalidLink' ? newLink : undefined} />
      <NewPasswordField ref={input} faults={faults} />
      <SubmitButton busy={busy}>{t('reset.submit')}</SubmitButton>
    </form>
  )
}
