'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useId, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { useAnnounce } from '@/components/ui/live-region'
import { useDurationText } from './duration-text'
import type { SessionLife } from './session-channel'
import { useCountdown } from './use-countdown'
import { useSignOut } from './use-sign-out'

/** Seconds that are left when the time is read out once more. */
const remindAt = 30

type SessionEndingDialogProps = {
  open: boolean
  life: SessionLife
  onStay: () => Promise<void>
  /** Where the end cannot be moved: sign in again at once. */
  onSignInAgain: () => void
}

/** Warns before the session ends, and offers to stay. */
export function SessionEndingDialog({ open, life, onStay, onSignInAgain }: SessionEndingDialogProps) {
  const t = useTranslations('session')
  const tShell = useTranslations('shell')
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)
  const signingOut = useSignOut()
  const textId = useId()

  async function stay() {
    if (!life.extendable) return onSignInAgain()
    setBusy(true)
    setFailed(false)
    await onStay().catch(() => setFailed(true))
    setBusy(false)
  }

  return (
    <Dialog
      required
      role="alertdialog"
      open={open}
      title={t('ending.title')}
      describedBy={textId}
      size="small"
      footer={
        <>
          {/* First, because a dialog gives the focus to its first control. */}
          <Button variant="primary" busy={busy} onClick={stay}>
            {t(life.extendable ? 'ending.stay' : 'ending.signInAgain')}
          </Button>
          <Button busy={signingOut.busy} onClick={signingOut.leave}>
            {tShell('signOut')}
          </Button>
        </>
      }
    >
      <div id={textId}>
        <TimeLeft endsAtMs={life.endsAtMs} />
        <p className="text-ink-muted">{t(life.extendable ? 'ending.idle' : 'ending.longest')}</p>
      </div>
      {failed ? (
        <Alert tone="danger" className="mt-3">
          {t('ending.failed')}
        </Alert>
      ) : null}
    </Dialog>
  )
}

function TimeLeft({ endsAtMs }: { endsAtMs: number }) {
  const t = useTranslations('session')
  const durationText = useDurationText()
  const announce = useAnnounce()
  const left = useCountdown(endsAtMs)
  const text = t('ending.left', { time: durationText(left) })

  useEffect(() => {
    if (left === remindAt) announce(text, 'assertive')
  }, [left, text, announce])

  return (
    <p role="timer" aria-live="off" className="mb-1 font-medium tabular-nums">
      {text}
    </p>
  )
}
