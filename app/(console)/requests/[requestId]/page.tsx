import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { RequestDetails } from '@/components/requests/request-details'
import { BackLink } from '@/components/shell/back-link'
import { PageHeading } from '@/components/shell/page-heading'
import { findRequest } from '@/lib/server/recorded-requests'
import { requirePageSession } from '@/lib/server/session'

type RequestPageProps = { params: Promise<{ requestId: string }> }

// What a request asks for, as heading and title. An unknown one has the general word: the page below says the rest.
const titleOf = cache(async (requestId: string) => {
  const session = await requirePageSession()
  const t = await getTranslations('requests')
  const request = await findRequest(session, requestId).catch(() => undefined)
  if (!request) return t('one')
  return t('titleOf', { kind: t(`kinds.${request.kind}`), name: request.subjectName ?? t('unnamed') })
})

export async function generateMetadata({ params }: RequestPageProps): Promise<Metadata> {
  return { title: await titleOf((await params).requestId) }
}

export default async function RequestPage({ params }: RequestPageProps) {
  await requirePageSession()
  const t = await getTranslations('requests')
  const { requestId } = await params
  return (
    <>
      <PageHeading back={<BackLink href="/requests">{t('back')}</BackLink>}>{await titleOf(requestId)}</PageHeading>
      <RequestDetails requestId={requestId} />
    </>
  )
}
