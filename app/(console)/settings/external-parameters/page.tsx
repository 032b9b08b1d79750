import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Definitions } from '@/components/external-params/definitions'
import { PageHeading } from '@/components/shell/page-heading'
import { mayOnPage } from '@/lib/server/page-permissions'
import { requirePageSession } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('externalParams')
  return { title: t('title') }
}

export default async function ExternalParametersPage() {
  const session = await requirePageSession()
  const t = await getTranslations('externalParams')
  return (
    <>
      <PageHeading lead={t('definitions.lead', { max: 5 })}>{t('title')}</PageHeading>
      <Definitions ownerId={session.customer.customerId} mayEdit={mayOnPage(session, 'manageExternalParams')} />
    </>
  )
}
