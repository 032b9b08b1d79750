'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { readMe } from '@/lib/client/reference-queries'
import { RefusalError } from '@/lib/client/refusal-error'
import type { Me } from '@/lib/contract/me'
import { CodeForm } from './code-form'
import { Enrolment } from './enrolment'
import { PasswordForm } from './password-form'

type Step = 'password' | 'code' | 'enrolment'

type SignInDialogProps = {
  open: boolean
  /** Who was signed in. */
  email: string
  onSignedIn: (me: Me) => void | Promise<void>
}

/** Signs in again over the page on which the session has ended; the page under it stays as it is. */
export function SignInDialog({ open, ...props }: SignInDialogProps) {
  const t = useTranslations('session')
  const textId = useId()
  return (
    <Dialog required open={open} title={t('ended.title')} describedBy={textId} size="small">
      <SignInSteps {...props} textId={textId} />
    </Dialog>
  )
}

function SignInSteps({ email, onSignedIn, textId }: Omit<SignInDialogProps, 'open'> & { textId: string }) {
  const t = useTranslations('session')
  const tFactor = useTranslations('secondFactor')
  const [step, setStep] = useState<Step>('password')
  const [unread, setUnread] = useState(false)

  /** A session that the API does not take still lacks a proof, and a code has been asked for already. */
  async function enter() {
    setUnread(false)
    try {
      await onSignedIn(await readMe())
    } catch (error) {
      if (error instanceof RefusalError && error.status === 401) setStep('enrolment')
      else setUnread(true)
    }
  }

  return (
    <>
      <p id={textId} className="mb-4 text-ink-muted">
        {t('ended.text')}
      </p>
      {unread ? (
        <Alert tone="danger" className="mb-4">
          {t('ended.unread')}
        </Alert>
      ) : null}
      {step === 'password' ? (
        <PasswordForm email={email} onSignedIn={(outcome) => (outcome === 'codeDue' ? setStep('code') : enter())} />
      ) : null}
      {step === 'code' ? (
        <CodeForm
          onVerified={enter}
          startAgain={
            <Button variant="ghost" onClick={() => setStep('password')}>
              {t('ended.startAgain')}
            </Button>
          }
        />
      ) : null}
      {step === 'enrolment' ? (
        <>
          <p className="mb-4">{tFactor('leadMandatory')}</p>
          <Enrolment focused email={email} onDone={enter} />
        </>
      ) : null}
    </>
  )
}
