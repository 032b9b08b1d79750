import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlanParams } from '@/components/external-params/plan-params'
import { PageHeading } from '@/components/shell/page-heading'
import { mayOnPage } from '@/lib/server/page-permissions'
import { requirePageSession } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('externalParams.sections')
  return { title: t('plans') }
}

export default async function PlansPage() {
  const session = await requirePageSession()
  const t = await getTranslations('externalParams')
  return (
    <>
      <PageHeading lead={t('plans.lead')}>{t('sections.plans')}</PageHeading>
      <PlanParams ownerId={session.customer.customerId} mayEdit={mayOnPage(session, 'editCustomer')} />
    </>
  )
}
