'use client'

import { useQuery } from '@tanstack/react-query'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { ComboboxField } from '@/components/form/combobox-field'
import { TextField } from '@/components/form/text-field'
import type { FieldProps } from '@/components/form/use-field'
import { countriesOptions } from '@/lib/client/reference-queries'
import type { Country } from '@/lib/contract/country'

const noCountries: Country[] = []

/** A country, by its name or its code. On the wire it is a free text; we offer the platform's own list, as ISO 3166-1 alpha-3. */
export function CountryField(props: FieldProps) {
  const t = useTranslations('customerForm')
  const locale = useLocale()
  const { data = noCountries, isError } = useQuery(countriesOptions())
  const options = useMemo(() => {
    const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
    return data
      .map(({ code, alpha2, name }) => {
        const label = (alpha2 && names.of(alpha2)) || name
        return { value: code, label, keywords: [name, ...(alpha2 ? [alpha2] : [])] }
      })
      .sort((a, b) => a.label.localeCompare(b.label, locale))
  }, [data, locale])
  // Without the list a combobox would take nothing at all.
  if (isError) return <TextField {...props} hint={t('countriesFailed')} />
  return <ComboboxField {...props} options={options} />
}
