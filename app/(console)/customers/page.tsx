import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CustomerTable } from '@/components/customers/customer-table'
import { CustomerTableCreate } from '@/components/customers/customer-table-create'
import { PageHeading } from '@/components/shell/page-heading'
import { requirePageSession } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customers')
  return { title: t('title') }
}

export default async function CustomersPage() {
  const { user, customer, reach } = await requirePageSession()
  // A user that was invited by the parent sees its own profile; it has sub-customers only where access is configured for it.
  if (reach.kind === 'profile') redirect(`/customers/${encodeURIComponent(customer.customerId)}`)
  const t = await getTranslations('customers')
  const mayCreate = user.role === 'ROLE_SUPER_ADMIN'
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
