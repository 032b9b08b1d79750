'use client'

import { useTranslations } from 'next-intl'
import { CopyButton } from '@/components/ui/copy-button'
import { CustomerDetailsItem, type ElementName } from './customer-details-item'

/** An identifier that can be copied. */
export function CustomerDetailsId({ element, value }: { element: ElementName; value: string }) {
  const t = useTranslations('common')
  const tElement = useTranslations('elements')
  return (
    <CustomerDetailsItem element={element} wide>
      <span className="-my-1 inline-flex items-center gap-1">
        <span className="break-all font-mono text-xs sm:text-sm">{value}</span>
        <CopyButton value={value} label={t('copy', { name: tElement(element) })} copiedLabel={t('copied')} />
      </span>
    </CustomerDetailsItem>
  )
}
