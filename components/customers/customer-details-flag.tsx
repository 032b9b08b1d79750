'use client'

import { Check, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CustomerDetailsItem, type ElementName } from './customer-details-item'

/** An element that is true or false, in words. */
export function CustomerDetailsFlag({ element, value }: { element: ElementName; value: boolean | undefined }) {
  const t = useTranslations('common')
  const Icon = value ? Check : X
  return (
    <CustomerDetailsItem element={element}>
      {value === undefined ? undefined : (
        <span className="flex items-center gap-1.5">
          <Icon aria-hidden="true" className={value ? 'size-4 text-success-text' : 'size-4 text-ink-subtle'} />
          {value ? t('yes') : t('no')}
        </span>
      )}
    </CustomerDetailsItem>
  )
}
