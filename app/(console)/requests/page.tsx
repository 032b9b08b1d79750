import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RequestTable } from '@/components/requests/request-table'
import { PageHeading } from '@/components/shell/page-heading'
import { requirePageSession } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests')
  return { title: t('title') }
}

export default async function RequestsPage() {
  const { reach } = await requirePageSession()
  // Such a user asks nothing of the platform.
  if (reach.kind === 'profile') redirect('/customers')
  const t = await getTranslations('requests')
  return (
    <>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <RequestTable />
    </>
  )
}
