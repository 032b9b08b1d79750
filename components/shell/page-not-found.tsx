import { Compass } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

/** What stands at an address where there is nothing. */
export function PageNotFound() {
  const t = useTranslations('common.notFound')
  return (
    <EmptyState
      icon={<Compass className="size-5" />}
      title={<h1>{t('title')}</h1>}
      actions={<LinkButton href="/">{t('home')}</LinkButton>}
    >
      {t('text')}
    </EmptyState>
  )
}
