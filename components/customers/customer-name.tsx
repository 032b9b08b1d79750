'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { customerDetailsOptions } from '@/lib/client/customer-queries'

/** The name of a customer, as soon as it is known; also the title of the window. */
export function CustomerName({ id }: { id: string }) {
  const t = useTranslations('customerDetails')
  const tCommon = useTranslations('common')
  const { data } = useQuery(customerDetailsOptions(id))
  const name = data?.name || t('title')

  useEffect(() => {
    document.title = tCommon('pageTitle', { title: name })
  }, [name, tCommon])

  return name
}
