'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { FilterField } from '@/components/ui/filter-field'
import { SearchField } from '@/components/ui/search-field'
import { Select } from '@/components/ui/select'
import { externalParamDefinitionsOptions } from '@/lib/client/external-param-queries'
import type { CustomerListFilter } from './customer-list-filter'

type CustomerTableSearchProps = {
  /** The parent, whose external parameters can be searched. */
  customerId: string
  filter: CustomerListFilter
  onSearch: (search: string) => void
  onBy: (by: string) => void
}

/** The search by name, or by the value of an external parameter. */
export function CustomerTableSearch({ customerId, filter: { search, by }, onSearch, onBy }: CustomerTableSearchProps) {
  const t = useTranslations('customers')
  const params = useSearchableParams(customerId, by)
  const chosen = params.find(({ name }) => name === by)?.title
  return (
    <div className="flex flex-wrap items-end gap-x-3 gap-y-2">
      <SearchField
        label={chosen ? t('searchBy', { name: chosen }) : t('search')}
        placeholder={t(chosen ? 'searchValuePlaceholder' : 'searchPlaceholder')}
        clearLabel={t('clearSearch')}
        search={search}
        onSearch={onSearch}
        className="sm:w-72"
      />
      {params.length > 0 ? (
        <FilterField label={t('searchIn')}>
          {(id) => (
            <Select id={id} value={by} onChange={({ target }) => onBy(target.value)} className="w-56">
              <option value="">{t('columns.name')}</option>
              {params.map(({ name, title }) => (
                <option key={name} value={name}>
                  {title}
                </option>
              ))}
            </Select>
          )}
        </FilterField>
      ) : null}
    </div>
  )
}

/** The parameters of sub-customers that can be searched; and the one that an address names, whatever became of it. */
function useSearchableParams(customerId: string, by: string): { name: string; title: string }[] {
  const { data = [] } = useQuery({ ...externalParamDefinitionsOptions(customerId), staleTime: 60_000 })
  const params = data
    .filter(({ entityType, isSearchable }) => entityType === 'customer' && isSearchable !== false)
    .map(({ name, displayName }) => ({ name, title: displayName || name }))
  const isKnown = by === '' || params.some(({ name }) => name === by)
  return isKnown ? params : [...params, { name: by, title: by }]
}
