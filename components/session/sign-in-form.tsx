'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState, useSyncExternalStore } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldFrame, fieldIds } from '@/components/ui/field-frame'
import { Input } from '@/components/ui/input'
import { type SignInOutcome, signIn } from '@/lib/client/sign-in'
import { ownPath } from './own-path'
import { PasswordInput } from './password-input'

type Failure = Exclude<SignInOutcome, 'signedIn'> | 'lost'
type Missing = { email: boolean; password: boolean }

const subscribeToNothing = () => () => {}

/** E-mail address and password. On success the page that was asked for is loaded anew, with the session. */
export function SignInForm({ next }: { next: string | undefined }) {
  const t = useTranslations('signIn')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [missing, setMissing] = useState<Missing>({ email: false, password: false })
  const email = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  // Pressed before the code is there, the button would post the form the browser's own way.
  const ready = useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  )

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    // Read from the form: a password manager's value may not have passed through React.
    const form = new FormData(event.currentTarget)
    const credentials = {
      email: String(form.get('email') ?? '').trim(),
      password: String(form.get('password') ?? ''),
      rememberMe: form.get('rememberMe') !== null,
    }
    const absent = { email: credentials.email === '', password: credentials.password === '' }
    setMissing(absent)
    setFailure(undefined)
    if (absent.email) return email.current?.focus()
    if (absent.password) return password.current?.focus()

    setBusy(true)
    const outcome = await signIn(credentials).catch((): Failure => 'lost')
    if (outcome === 'signedIn') return window.location.assign(ownPath(next))
    setBusy(false)
    setFailure(outcome)
    password.current?.select()
    password.current?.focus()
  }

  const emailError = missing.email ? t('emailAddressMissing') : undefined
  const passwordError = missing.password ? t('passwordMissing') : undefined
  return (
    // `post` although the browser never sends it: without code a plain form would put the password into the address.
    <form method="post" noValidate onSubmit={submit}>
      {failure ? (
        <Alert tone="danger" className="mb-4">
          {t(failure)}
        </Alert>
      ) : null}
      <FieldFrame id="email" label={t('emailAddress')} error={emailError}>
        <Input
          ref={email}
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          aria-invalid={missing.email || undefined}
          aria-describedby={fieldIds('email', { hint: false, error: missing.email }).describedBy}
        />
      </FieldFrame>
      <FieldFrame id="password" label={t('password')} error={passwordError}>
        <PasswordInput ref={password} invalid={missing.password} />
      </FieldFrame>
      <Checkbox name="rememberMe" label={t('rememberMe')} hint={t('rememberMeHint')} className="mb-5" />
      <Button
        type="submit"
        variant="primary"
        size="large"
        busy={busy}
        disabled={!ready}
        className="w-full disabled:opacity-100"
      >
        {t('submit')}
      </Button>
    </form>
  )
}
