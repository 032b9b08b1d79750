'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { useAnnounce } from '@/components/ui/live-region'
import { useDurationText } from './duration-text'
import { useCountdown } from './use-countdown'

/** Too many attempts: how long none is taken. The time counts down for the eye; it is read out once, and once more when it is over. */
export function LockAlert({ seconds }: { seconds: number }) {
  const t = useTranslations('authFailures')
  const durationText = useDurationText()
  const announce = useAnnounce()
  const [endsAtMs] = useState(() => Date.now() + seconds * 1000)
  const left = useCountdown(endsAtMs)
  const over = left === 0

  const tell = useEffectEvent((isOver: boolean) =>
    announce(isOver ? t('lockOver') : t('lockedSaid', { time: durationText(seconds) }), 'assertive'),
  )
  useEffect(() => tell(over), [over])

  if (over) {
    return (
      <Alert tone="info" className="mb-4">
        {t('lockOver')}
      </Alert>
    )
  }
  return (
    <Alert tone="danger" role="note" title={t('locked')} className="mb-4">
      <span role="timer" aria-live="off" className="tabular-nums">
        {t('lockedFor', { time: durationText(left) })}
      </span>
    </Alert>
  )
}
