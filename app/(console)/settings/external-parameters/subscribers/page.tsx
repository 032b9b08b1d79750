import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SubscriberParams } from '@/components/external-params/subscriber-params'
import { PageHeading } from '@/components/shell/page-heading'
import { mayOnPage } from '@/lib/server/page-permissions'
import { requirePageSession } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('externalParams.sections')
  return { title: t('subscribers') }
}

export default async function SubscribersPage() {
  const session = await requirePageSession()
  const t = await getTranslations('externalParams')
  return (
    <>
      <PageHeading lead={t('subscribers.lead')}>{t('sections.subscribers')}</PageHeading>
      <SubscriberParams ownerId={session.customer.customerId} mayEdit={mayOnPage(session, 'editCustomer')} />
    </>
  )
}
