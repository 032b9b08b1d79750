'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { useDeferred } from '@/components/ui/use-deferred'
import type { AuthOutcome } from '@/lib/client/auth-call'
import { AuthFailureAlert } from './auth-failure-alert'
import { CodeField, codeOf } from './code-field'
import { StepTitle } from './step-title'
import { SubmitButton } from './submit-button'
import { groupedKey } from './totp-key'
import { useAuthAction } from './use-auth-action'
import { usePointOut } from './use-point-out'

const loadQrCode = () => import('./qr-code').then(({ QrCode }) => QrCode)

type EnrolmentKeyProps = {
  totpUri: string
  verify: (code: string) => Promise<AuthOutcome<true>>
  onVerified: () => void
}

/** The key for the authenticator, to scan, to type or to open on this device, and the first code that shows that it has arrived there. */
export function EnrolmentKey({ totpUri, verify, onVerified }: EnrolmentKeyProps) {
  const t = useTranslations('secondFactor')
  const tCommon = useTranslations('common')
  const tSignIn = useTranslations('signIn')
  const pointOut = usePointOut()
  const { busy, failure, run } = useAuthAction()
  const [missing, setMissing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const QrCode = useDeferred(loadQrCode, true)
  const key = groupedKey(totpUri) ?? ''

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const code = codeOf(event.currentTarget)
    setMissing(code === '')
    if (code === '') return pointOut(input.current, tSignIn('authenticator.missing'))
    await run(
      () => verify(code),
      onVerified,
      () => {
        input.current?.select()
        input.current?.focus()
      },
    )
  }

  return (
    <form method="post" noValidate onSubmit={submit}>
      <StepTitle>{t('key.title')}</StepTitle>
      <p className="mb-3 text-ink-muted">{t('key.scan')}</p>
      <div className="mb-4 flex justify-center">
        {QrCode ? (
          <QrCode text={totpUri} label={t('key.qrCode')} />
        ) : (
          <span aria-hidden="true" className="size-48 animate-pulse rounded-md bg-muted" />
        )}
      </div>
      <p className="text-ink-muted">{t('key.type')}</p>
      <div className="mt-1 mb-3 flex items-center justify-between gap-2 rounded-md border bg-canvas py-1.5 ps-3 pe-1.5">
        <code className="select-all break-words font-mono">{key}</code>
        <CopyButton
          value={key.replaceAll(' ', '')}
          label={tCommon('copy', { name: t('key.name') })}
          copiedLabel={tCommon('copied')}
        />
      </div>
      <p className="mb-5">
        <a href={totpUri} className="inline-block min-h-6 rounded-sm py-0.5 text-accent-text hover:underline">
          {t('key.open')}
        </a>
      </p>
      <AuthFailureAlert failure={failure} />
      <CodeField
        ref={input}
        label={tSignIn('authenticator.label')}
        hint={tSignIn('authenticator.hint')}
        error={missing ? tSignIn('authenticator.missing') : undefined}
        refused={failure?.kind === 'wrongCode'}
      />
      <SubmitButton busy={busy}>{tSignIn('verify')}</SubmitButton>
    </form>
  )
}
