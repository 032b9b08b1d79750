import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SecuritySettings } from '@/components/session/security-settings'
import { PageHeading } from '@/components/shell/page-heading'
import { requirePageSession } from '@/lib/server/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('security')
  return { title: t('title') }
}

export default async function SecurityPage() {
  const { user } = await requirePageSession()
  const t = await getTranslations('security')
  return (
    <>
      <PageHeading lead={t('lead', { email: user.email })}>{t('title')}</PageHeading>
      <SecuritySettings email={user.email} />
    </>
  )
}
