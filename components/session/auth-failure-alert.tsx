'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import type { AuthFailure } from '@/lib/client/auth-call'
import { LockAlert } from './lock-alert'

type AuthFailureAlertProps = {
  failure: AuthFailure | undefined
  /** Buttons or links under the text. */
  actions?: ReactNode
}

/** Why signing in, or something that asks for the password, did not work. What is wrong with a password stands at its field. */
export function AuthFailureAlert({ failure, actions }: AuthFailureAlertProps) {
  const t = useTranslations('authFailures')
  if (!failure || failure.kind === 'weakPassword' || failure.kind === 'wrongPassword') return null
  if (failure.kind === 'locked') return <LockAlert seconds={failure.retryAfterSeconds} />
  return (
    <Alert tone="danger" actions={actions} className="mb-4">
      {t(failure.kind)}
    </Alert>
  )
}
