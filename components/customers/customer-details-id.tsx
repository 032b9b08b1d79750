'use client'

import { useTranslations } from 'next-intl'
import { CopyableId } from '@/components/ui/copyable-id'
import { CustomerDetailsItem, type ElementName } from './customer-details-item'

/** An identifier that can be copied. */
export function CustomerDetailsId({ element, value }: { element: ElementName; value: string }) {
  const t = useTranslations('common')
  const tElement = useTranslations('elements')
  return (
    <CustomerDetailsItem element={element} wide>
      <CopyableId value={value} label={t('copy', { name: tElement(element) })} copiedLabel={t('copied')} />
    </CustomerDetailsItem>
  )
}
