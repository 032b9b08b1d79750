import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CustomerTable } from '@/components/customers/customer-table'
import { CustomerTableCreate } from '@/components/customers/customer-table-create'
import { PageHeading } from '@/components/shell/page-heading'
import { mayOnPage } from '@/lib/server/page-permissions'
import { requirePageSession } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customers')
  return { title: t('title') }
}

export default async function CustomersPage() {
  const session = await requirePageSession()
  const { customer, reach } = session
  // A user that was invited by the parent sees its own profile; it has sub-customers only where access is configured for it.
  if (reach.kind === 'profile') redirect(`/customers/${encodeURIComponent(customer.customerId)}`)
  const t = await getTranslations('customers')
  const mayCreate = mayOnPage(session, 'createCustomer')
  const create = (
    <CustomerTableCreate customerId={customer.customerId} customerName={customer.customerName} allowed={mayCreate} />
  )
  return (
    <>
      <PageHeading lead={t('lead', { customerName: customer.customerName })} actions={create}>
        {t('title')}
      </PageHeading>
      <CustomerTable customerId={customer.customerId} />
    </>
  )
}
