'use client'

import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import { classNames } from '@/components/ui/class-names'
import { useAnnounce } from '@/components/ui/live-region'
import { bytesOf } from '@/lib/contract/element'

/** Bytes left from which on the counter is announced. */
const nearBytes = 10
/** Pause in typing after which it is announced, in milliseconds. */
const pauseMs = 900

/** Counts the bytes of UTF-8 that a text takes. It only tells: a text that is too long can be typed on and shortened afterwards. */
export function ByteCounter({ name, max }: { name: string; max: number }) {
  const t = useTranslations('form')
  const announce = useAnnounce()
  const value: unknown = useWatch({ name })
  const bytes = typeof value === 'string' ? bytesOf(value) : 0
  const left = max - bytes

  useEffect(() => {
    if (left > nearBytes) return
    const timer = setTimeout(
      () => announce(left < 0 ? t('bytesOver', { count: -left }) : t('bytesLeft', { count: left })),
      pauseMs,
    )
    return () => clearTimeout(timer)
  }, [left, announce, t])

  return (
    <span className={classNames('tabular-nums', left < 0 && 'font-medium text-danger-text')}>
      {t('bytes', { bytes, max })}
    </span>
  )
}
