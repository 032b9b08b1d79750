'use client'

import { useTranslations } from 'next-intl'
import { VisuallyHidden } from '@/components/ui/visually-hidden'

/** Stands for an element that is not given: a dash for the eye, words for a screen reader. */
export function NotGiven() {
  const t = useTranslations('common')
  return (
    <span className="text-ink-subtle">
      <span aria-hidden="true">—</span>
      <VisuallyHidden>{t('notGiven')}</VisuallyHidden>
    </span>
  )
}
