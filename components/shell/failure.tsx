'use client'

import { TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** What stands in place of a page that could not be shown. */
export function Failure({ retry }: { retry: () => void }) {
  const t = useTranslations('common')
  return (
    <EmptyState
      icon={<TriangleAlert className="size-5" />}
      title={<h1>{t('failure.title')}</h1>}
      actions={
        <Button variant="primary" onClick={retry}>
          {t('retry')}
        </Button>
      }
    >
      {t('failure.text')}
    </EmptyState>
  )
}
