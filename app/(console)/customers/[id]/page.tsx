import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CustomerDetails } from '@/components/customers/customer-details'
import { CustomerName } from '@/components/customers/customer-name'
import { BackLink } from '@/components/shell/back-link'
import { PageHeading } from '@/components/shell/page-heading'
import { requirePageSession } from '@/lib/server/session'

type CustomerPageProps = { params: Promise<{ id: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customerDetails')
  return { title: t('title') }
}

export default async function CustomerPage({ params }: CustomerPageProps) {
  await requirePageSession()
  const t = await getTranslations('customerDetails')
  const { id } = await params
  return (
    <>
      <PageHeading back={<BackLink href="/customers">{t('back')}</BackLink>}>
        <CustomerName id={id} />
      </PageHeading>
      <CustomerDetails id={id} />
    </>
  )
}
