'use client'

import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { spellDate } from '@/lib/forms/date-text'
import { elementPathOfName } from '@/lib/forms/field-name'
import { type EnumName, useEnumText } from './enum-text'

/** The enumeration of an element, by its path on the wire without indices. */
const enumOf: Readonly<Record<string, EnumName>> = {
  status: 'customerStatus',
  type: 'customerType',
  mfaConfiguration: 'mfaConfiguration',
  'contact.type': 'contactType',
  'contact.role': 'contactRole',
  'contact.salutation': 'salutation',
  'contact.gender': 'gender',
  'address.type': 'addressType',
  'address.salutation': 'salutation',
  'address.title': 'title',
  'invoiceConfiguration.deliveryMethod': 'deliveryMethod',
  'invoiceConfiguration.paymentDueUnits': 'paymentDueUnits',
  'invoiceConfiguration.chargeByActive': 'chargeByActive',
  'invoiceConfiguration.activityIndication': 'activityIndication',
}

/** Words the value that an element has on the wire; "" for one that is empty. What has no words is shown as it came. */
export function useElementValue(): (name: string, value: unknown) => string {
  const t = useTranslations('common')
  const locale = useLocale()
  const format = useFormatter()
  const enumText = useEnumText()
  return useCallback(
    (name, value) => {
      const words = (part: unknown): string => {
        if (typeof part === 'boolean') return t(part ? 'yes' : 'no')
        // As many digits as were given: a rounded rate would be a wrong one.
        if (typeof part === 'number') return format.number(part, { maximumFractionDigits: 20, useGrouping: false })
        if (Array.isArray(part)) return format.list(part.map(words), { type: 'unit' })
        if (part !== null && typeof part === 'object') return entryWords(part)
        return typeof part === 'string' ? part : ''
      }
      // The only wholes that are objects have two elements: what it is, and its value.
      const entryWords = (entry: object) =>
        Object.entries(entry)
          .toSorted(([a], [b]) => Number(b === 'idType' || b === 'keyName') - Number(a === 'idType' || a === 'keyName'))
          .map(([element, part]) => (element === 'idType' ? enumText('idType', String(part)) : words(part)))
          .join(': ')
      const path = elementPathOfName(name)
      const enumeration = enumOf[path]
      if (enumeration && typeof value === 'string' && value !== '') return enumText(enumeration, value)
      if (path === 'contact.birthdate' && typeof value === 'string') return spellDate(value, locale) ?? value
      return words(value)
    },
    [t, locale, format, enumText],
  )
}
