'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { customerDetailsOptions } from '@/lib/client/customer-queries'
import type { CustomerDetails } from '@/lib/contract/customer-details'

/** The name of a customer, as soon as it is known. */
export function CustomerName({ id, initial }: { id: string; initial: CustomerDetails | undefined }) {
  const t = useTranslations('customerDetails')
  const { data } = useQuery({ ...customerDetailsOptions(id), initialData: initial })
  return data?.name || t('title')
}
