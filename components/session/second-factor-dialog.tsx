'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog } from '@/components/ui/dialog'
import { useAnnounce } from '@/components/ui/live-region'
import { removeSecondFactor, renewRecoveryCodes } from '@/lib/client/second-factor'
import { securityKeys } from '@/lib/client/session-queries'
import { ConfirmPasswordForm } from './confirm-password-form'
import { Enrolment } from './enrolment'
import { RecoveryCodes } from './recovery-codes'
import { ReplaceAuthenticator } from './replace-authenticator'
import { StepTitle } from './step-title'

/** What is to be done about the second factor. */
export type SecondFactorTask = 'turnOn' | 'replace' | 'turnOff' | 'renew'

type SecondFactorDialogProps = {
  /** Undefined while nothing is to be done. */
  task: SecondFactorTask | undefined
  email: string
  onClose: () => void
}

/** Turns the second factor on or off, moves it to another authenticator, or makes new recovery codes; each asks for the password. */
export function SecondFactorDialog({ task, email, onClose }: SecondFactorDialogProps) {
  const t = useTranslations('security')
  const tCommon = useTranslations('common')
  const tFactor = useTranslations('secondFactor')
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  // Shown once: then only the user's word that they are stored closes the dialog.
  const [showsCodes, setShowsCodes] = useState(false)
  const [renewed, setRenewed] = useState<string[]>()

  function changed() {
    queryClient.invalidateQueries({ queryKey: securityKeys.all })
  }

  function finish(message: 'turnedOn' | 'replaced' | 'turnedOff' | 'renewed') {
    setShowsCodes(false)
    setRenewed(undefined)
    changed()
    onClose()
    announce(t(`done.${message}`))
  }

  const closing = showsCodes ? ({ required: true } as const) : { onClose, closeLabel: tCommon('close') }
  return (
    <Dialog open={task !== undefined} title={task ? t(`tasks.${task}`) : ''} size="small" {...closing}>
      {task === 'turnOn' ? (
        <>
          <p className="mb-4 text-ink-muted">{tFactor('leadEnabled')}</p>
          <Enrolment
            focused
            email={email}
            onVerified={() => {
              setShowsCodes(true)
              changed()
            }}
            onDone={() => finish('turnedOn')}
          />
        </>
      ) : null}
      {task === 'replace' ? <ReplaceAuthenticator email={email} onReplaced={() => finish('replaced')} /> : null}
      {task === 'turnOff' ? (
        <>
          <p className="mb-4 text-ink-muted">{t('factor.turnOffText')}</p>
          <ConfirmPasswordForm
            focused
            email={email}
            submit={t('factor.turnOff')}
            variant="danger"
            call={removeSecondFactor}
            onDone={() => finish('turnedOff')}
          />
        </>
      ) : null}
      {task === 'renew' && renewed ? (
        <>
          <StepTitle>{tFactor('recovery.title')}</StepTitle>
          <RecoveryCodes codes={renewed} email={email} onStored={() => finish('renewed')} />
        </>
      ) : null}
      {task === 'renew' && !renewed ? (
        <>
          <p className="mb-4 text-ink-muted">{t('recovery.renewText')}</p>
          <ConfirmPasswordForm
            focused
            email={email}
            submit={t('recovery.renew')}
            call={renewRecoveryCodes}
            onDone={(codes) => {
              setShowsCodes(true)
              setRenewed(codes)
              changed()
            }}
          />
        </>
      ) : null}
    </Dialog>
  )
}
