import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EditContact } from '@/components/customers/edit-contact'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customerDetails.tabs')
  return { title: t('contact') }
}

export default function CustomerContactPage() {
  return <EditContact />
}
