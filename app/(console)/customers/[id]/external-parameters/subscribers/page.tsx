import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SubscriberList } from '@/components/external-params/subscriber-list'
import { BackLink } from '@/components/shell/back-link'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('externalParams.sims')
  return { title: t('caption') }
}

export default async function CustomerSubscribersPage({ params }: { params: Promise<{ id: string }> }) {
  const t = await getTranslations('externalParams.sims')
  const { id } = await params
  return (
    <div className="grid gap-3">
      <BackLink href={`/customers/${encodeURIComponent(id)}/external-parameters`}>{t('back')}</BackLink>
      <SubscriberList customerId={id} />
    </div>
  )
}
