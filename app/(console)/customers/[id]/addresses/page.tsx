import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EditAddresses } from '@/components/customers/edit-addresses'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('customerDetails.tabs')
  return { title: t('addresses') }
}

export default function CustomerAddressesPage() {
  return <EditAddresses />
}
