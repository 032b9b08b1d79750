import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CustomerParams } from '@/components/external-params/customer-params'
import { mayOnPage } from '@/lib/server/page-permissions'
import { requirePageSession } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('externalParams')
  return { title: t('title') }
}

export default async function CustomerExternalParametersPage({ params }: { params: Promise<{ id: string }> }) {
  const session = await requirePageSession()
  const { customerId } = session.customer
  const { id } = await params
  const isOwn = id.toLowerCase() === customerId.toLowerCase()
  return <CustomerParams ownerId={customerId} id={id} isOwn={isOwn} mayEdit={mayOnPage(session, 'editCustomer')} />
}
