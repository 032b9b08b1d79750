'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { completeReplacement, startReplacement } from '@/lib/client/second-factor'
import { ConfirmPasswordForm } from './confirm-password-form'
import { EnrolmentKey } from './enrolment-key'

/** Moves the second factor to another authenticator: the password, then the new key with its first code. */
export function ReplaceAuthenticator({ email, onReplaced }: { email: string; onReplaced: () => void }) {
  const t = useTranslations('security.factor')
  const tFactor = useTranslations('secondFactor')
  const [totpUri, setTotpUri] = useState<string>()
  if (totpUri) return <EnrolmentKey totpUri={totpUri} verify={completeReplacement} onVerified={onReplaced} />
  return (
    <>
      <p className="mb-4 text-ink-muted">{t('replaceText')}</p>
      <ConfirmPasswordForm
        focused
        email={email}
        submit={tFactor('begin')}
        call={startReplacement}
        onDone={setTotpUri}
      />
    </>
  )
}
