import { Lock } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AuditTable } from '@/components/audit/audit-table'
import { PageHeading } from '@/components/shell/page-heading'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { mayOnPage } from '@/lib/server/page-permissions'
import { requirePageSession } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit')
  return { title: t('title') }
}

export default async function AuditPage() {
  const session = await requirePageSession()
  const { customer } = session
  const t = await getTranslations('audit')
  return (
    <>
      <PageHeading lead={t('lead', { customerName: customer.customerName })}>{t('title')}</PageHeading>
      {mayOnPage(session, 'readAudit') ? (
        <AuditTable />
      ) : (
        <Card>
          <EmptyState icon={<Lock className="size-5" />} title={t('notAllowed')}>
            {t('notAllowedText')}
          </EmptyState>
        </Card>
      )}
    </>
  )
}
