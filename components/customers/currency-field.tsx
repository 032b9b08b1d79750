'use client'

import { useLocale } from 'next-intl'
import { useMemo } from 'react'
import { ComboboxField } from '@/components/form/combobox-field'
import type { FieldProps } from '@/components/form/use-field'
import { currencies } from '@/lib/contract/currency'

/** A currency, by its name or its code. */
export function CurrencyField(props: FieldProps) {
  const locale = useLocale()
  const options = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'currency', fallback: 'code' })
    return currencies
      .map((code) => ({ value: code, label: `${code} – ${names.of(code)}`, keywords: [names.of(code) ?? code] }))
      .sort((a, b) => a.value.localeCompare(b.value))
  }, [locale])
  return <ComboboxField {...props} options={options} takesUnknown />
}
