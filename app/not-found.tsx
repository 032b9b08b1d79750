import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageNotFound } from '@/components/shell/page-not-found'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.notFound')
  return { title: t('title') }
}

// Outside the console's frame: addresses that belong to no page at all, such as those of code.
export default function NotFound() {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <PageNotFound />
    </main>
  )
}
