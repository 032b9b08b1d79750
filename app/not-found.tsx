import { Compass } from 'lucide-react'
import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.notFound')
  return { title: t('title') }
}

export default function NotFound() {
  const t = useTranslations('common.notFound')
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <EmptyState
        icon={<Compass className="size-5" />}
        title={<h1>{t('title')}</h1>}
        actions={<LinkButton href="/customers">{t('home')}</LinkButton>}
      >
        {t('text')}
      </EmptyState>
    </main>
  )
}
