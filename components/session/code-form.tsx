'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { verifyCode, verifyRecoveryCode } from '@/lib/client/sign-in'
import { AuthFailureAlert } from './auth-failure-alert'
import { CodeField, codeOf } from './code-field'
import { SubmitButton } from './submit-button'
import { useAuthAction } from './use-auth-action'
import { usePointOut } from './use-point-out'

type CodeFormProps = {
  onVerified: () => void | Promise<void>
  /** The way to begin again with the password. */
  startAgain: ReactNode
}

/** The second step of signing in: a code of the authenticator, or a recovery code in its place. */
export function CodeForm({ onVerified, startAgain }: CodeFormProps) {
  const t = useTranslations('signIn')
  const pointOut = usePointOut()
  const { busy, failure, run, forget } = useAuthAction()
  const [kind, setKind] = useState<'authenticator' | 'recovery'>('authenticator')
  const [missing, setMissing] = useState(false)
  const input = useRef<HTMLInputElement>(null)

  // Each kind has a field of its own, which is what the page is for.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs for each kind.
  useEffect(() => input.current?.focus(), [kind])

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const code = codeOf(event.currentTarget)
    setMissing(code === '')
    if (code === '') return pointOut(input.current, t(`${kind}.missing`))
    const verify = kind === 'authenticator' ? verifyCode : verifyRecoveryCode
    await run(
      () => verify(code),
      onVerified,
      () => {
        input.current?.select()
        input.current?.focus()
      },
    )
  }

  function switchKind() {
    setMissing(false)
    forget()
    setKind(kind === 'authenticator' ? 'recovery' : 'authenticator')
  }

  return (
    <form method="post" noValidate onSubmit={submit}>
      <AuthFailureAlert failure={failure} />
      <CodeField
        key={kind}
        ref={input}
        kind={kind}
        label={t(`${kind}.label`)}
        hint={t(`${kind}.hint`)}
        error={missing ? t(`${kind}.missing`) : undefined}
        refused={failure?.kind === 'wrongCode' || failure?.kind === 'wrongRecoveryCode'}
      />
      <SubmitButton busy={busy}>{t('verify')}</SubmitButton>
      <div className="mt-4 grid justify-items-center gap-2">
        <Button variant="ghost" onClick={switchKind}>
          {t(`${kind}.switch`)}
        </Button>
        {startAgain}
      </div>
    </form>
  )
}
