import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CreateCustomer } from '@/components/customers/create-customer'
import { BackLink } from '@/components/shell/back-link'
import { PageHeading } from '@/components/shell/page-heading'
import { mayOnPage } from '@/lib/server/page-permissions'
import { requirePageSession } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customerForm')
  return { title: t('title') }
}

export default async function NewCustomerPage() {
  const session = await requirePageSession()
  const { customer } = session
  const t = await getTranslations('customerForm')
  return (
    <>
      <PageHeading
        back={<BackLink href="/customers">{t('back')}</BackLink>}
        lead={t('lead', { customerName: customer.customerName })}
      >
        {t('title')}
      </PageHeading>
      <CreateCustomer customer={customer} mayCreate={mayOnPage(session, 'createCustomer')} />
    </>
  )
}
