import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EditInvoice } from '@/components/customers/edit-invoice'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customerDetails.tabs')
  return { title: t('invoice') }
}

export default function CustomerInvoicePage() {
  return <EditInvoice />
}
