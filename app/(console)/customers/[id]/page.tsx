import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { CustomerDetails } from '@/components/customers/customer-details'
import { CustomerName } from '@/components/customers/customer-name'
import { BackLink } from '@/components/shell/back-link'
import { PageHeading } from '@/components/shell/page-heading'
import { platformOf } from '@/lib/server/platform-of'
import { requirePageSession } from '@/lib/server/session'

type CustomerPageProps = { params: Promise<{ id: string }> }

// Once for title and page. What cannot be read here is asked for again by the browser, which words the refusal.
const readDetails = cache(async (id: string) => {
  const session = await requirePageSession()
  try {
    return (await (await platformOf(session)).customerDetails(id)).content[0]
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
  await requirePageSession()
  const t = await getTranslations('customerDetails')
  const { id } = await params
  const details = await readDetails(id)
  return (
    <>
      <PageHeading back={<BackLink href="/customers">{t('back')}</BackLink>}>
        <CustomerName id={id} initial={details} />
      </PageHeading>
      <CustomerDetails id={id} initial={details} />
    </>
  )
}
