import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CustomerTable } from '@/components/customers/customer-table'
import { PageHeading } from '@/components/shell/page-heading'
import { LinkButton } from '@/components/ui/link-button'
import { requirePageSession } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customers')
  return { title: t('title') }
}

export default async function CustomersPage() {
  const { user, customer } = await requirePageSession()
  const t = await getTranslations('customers')
  const mayCreate = user.role === 'ROLE_SUPER_ADMIN'
  const create = mayCreate ? (
    <LinkButton href="/customers/new" variant="primary">
      <Plus aria-hidden="true" className="size-4" />
      {t('create')}
    </LinkButton>
  ) : (
    <p className="max-w-xs text-ink-muted text-sm">{t('readOnly')}</p>
  )
  return (
    <>
      <PageHeading lead={t('lead', { customerName: customer.customerName })} actions={create}>
        {t('title')}
      </PageHeading>
      <CustomerTable customerId={customer.customerId} mayCreate={mayCreate} />
    </>
  )
}
