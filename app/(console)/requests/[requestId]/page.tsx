import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RequestDetails } from '@/components/requests/request-details'
import { RequestTitle } from '@/components/requests/request-title'
import { BackLink } from '@/components/shell/back-link'
import { PageHeading } from '@/components/shell/page-heading'
import { requirePageSession } from '@/lib/server/session'

type RequestPageProps = { params: Promise<{ requestId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('requests')
  return { title: t('one') }
}

export default async function RequestPage({ params }: RequestPageProps) {
  await requirePageSession()
  const t = await getTranslations('requests')
  const { requestId } = await params
  return (
    <>
      <PageHeading back={<BackLink href="/requests">{t('back')}</BackLink>}>
        <RequestTitle requestId={requestId} />
      </PageHeading>
      <RequestDetails requestId={requestId} />
    </>
  )
}
