import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RequestTable } from '@/components/requests/request-table'
import { PageHeading } from '@/components/shell/page-heading'
import { requirePageSession } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests')
  return { title: t('title') }
}

export default async function RequestsPage() {
  await requirePageSession()
  const t = await getTranslations('requests')
  return (
    <>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <RequestTable />
    </>
  )
}
