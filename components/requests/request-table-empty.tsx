'use client'

import { ArrowLeftRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** Why no request is listed. */
export function RequestTableEmpty({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const t = useTranslations('requests')
  const icon = <ArrowLeftRight className="size-5" />
  if (!filtered) {
    return (
      <EmptyState icon={icon} title={t('empty.title')}>
        {t('empty.text')}
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={icon}
      title={t('noMatch.title')}
      actions={<Button onClick={onClear}>{t('noMatch.clear')}</Button>}
    />
  )
}
