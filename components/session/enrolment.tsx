'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { type Enrolment as Enrolling, startEnrolment } from '@/lib/client/second-factor'
import { verifyCode } from '@/lib/client/sign-in'
import { ConfirmPasswordForm } from './confirm-password-form'
import { EnrolmentKey } from './enrolment-key'
import { RecoveryCodes } from './recovery-codes'
import { StepTitle } from './step-title'

type EnrolmentProps = {
  email: string
  /** The factor is on; the recovery codes are being shown. */
  onVerified?: () => void
  /** Everything is done: the factor is on and the recovery codes are stored. */
  onDone: () => void | Promise<void>
  /** The first field takes the focus at once. */
  focused?: boolean
  /** Beside the first step: the way to put it off. */
  children?: ReactNode
}

/** Enrols an authenticator: the password, the key with its first code, the recovery codes. */
export function Enrolment({ email, onVerified, onDone, focused, children }: EnrolmentProps) {
  const t = useTranslations('secondFactor')
  const [enrolling, setEnrolling] = useState<Enrolling>()
  const [verified, setVerified] = useState(false)

  if (!enrolling) {
    return (
      <ConfirmPasswordForm
        email={email}
        submit={t('begin')}
        call={startEnrolment}
        onDone={setEnrolling}
        focused={focused}
      >
        {children}
      </ConfirmPasswordForm>
    )
  }
  if (!verified) {
    return (
      <EnrolmentKey
        totpUri={enrolling.totpUri}
        verify={verifyCode}
        onVerified={() => {
          setVerified(true)
          onVerified?.()
        }}
      />
    )
  }
  return (
    <>
      <StepTitle>{t('recovery.title')}</StepTitle>
      <RecoveryCodes codes={enrolling.recoveryCodes} email={email} onStored={onDone} />
    </>
  )
}
