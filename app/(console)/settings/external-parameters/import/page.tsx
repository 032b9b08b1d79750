import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportValues } from '@/components/external-params/import-values'
import { PageHeading } from '@/components/shell/page-heading'
import { mayOnPage } from '@/lib/server/page-permissions'
import { requirePageSession } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('externalParams.import')
  return { title: t('title') }
}

export default async function ImportPage() {
  const session = await requirePageSession()
  const t = await getTranslations('externalParams.import')
  return (
    <>
      <PageHeading lead={t('lead')}>{t('title')}</PageHeading>
      <ImportValues ownerId={session.customer.customerId} mayEdit={mayOnPage(session, 'manageExternalParams')} />
    </>
  )
}
