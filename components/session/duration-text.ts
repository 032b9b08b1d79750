'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'

/** Words a time that is left, such as "1 minute 30 seconds". */
export function useDurationText(): (seconds: number) => string {
  const t = useTranslations('common')
  return useCallback(
    (seconds) => t('duration', { minutes: Math.floor(seconds / 60), seconds: Math.floor(seconds % 60) }).trim(),
    [t],
  )
}
