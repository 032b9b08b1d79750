import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { CustomerDetails } from '@/components/customers/customer-details'
import { CustomerName } from '@/components/customers/customer-name'
import { BackLink } from '@/components/shell/back-link'
import { PageHeading } from '@/components/shell/page-heading'
import { mayOnPage } from '@/lib/server/page-permissions'
import { requirePageSession } from '@/lib/server/session'

type CustomerPageProps = { params: Promise<{ id: string }> }

// Once for title and page. What cannot be read here is asked for again by the browser, which words the refusal.
const readDetails = cache(async (id: string) => {
  const { reach } = await requirePageSession()
  // The parent's access would show the siblings too.
  if (reach.kind === 'profile' && reach.customerId !== id) return undefined
  try {
    return (await reach.platform().customerDetails(id)).content[0]
  } catch {
    return undefined
  }
})

export async function generateMetadata({ params }: CustomerPageProps): Promise<Metadata> {
  const t = await getTranslations('customerDetails')
  const details = await readDetails((await params).id)
  return { title: details?.name || t('title') }
}

export default async function CustomerPage({ params }: CustomerPageProps) {
  const session = await requirePageSession()
  const { customer, reach } = session
  const t = await getTranslations('customerDetails')
  const { id } = await params
  const details = await readDetails(id)
  const back = reach.kind === 'own' ? <BackLink href="/customers">{t('back')}</BackLink> : undefined
  const mayInvite = mayOnPage(session, 'manageUsers') && id !== customer.customerId
  return (
    <>
      <PageHeading back={back}>
        <CustomerName id={id} initial={details} />
      </PageHeading>
      <CustomerDetails id={id} initial={details} mayInvite={mayInvite} />
    </>
  )
}
