import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RequestTable } from '@/components/requests/request-table'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customerDetails.tabs')
  return { title: t('requests') }
}

export default async function CustomerRequestsPage({ params }: { params: Promise<{ id: string }> }) {
  return <RequestTable customerId={(await params).id} />
}
