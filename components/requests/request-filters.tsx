'use client'

import { useTranslations } from 'next-intl'
import { DayFilters, FilterField } from '@/components/ui/filter-field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { knownValue } from '@/components/ui/use-address-filter'
import { useTypedSearch } from '@/components/ui/use-typed-search'
import { callStatuses } from '@/lib/contract/enums'
import { requestKinds } from '@/lib/contract/recorded-request'
import type { RequestListFilter } from './request-list-filter'

type RequestFiltersProps = {
  filter: RequestListFilter
  onChange: (change: Partial<RequestListFilter>) => void
  /** For what is being typed. */
  onType: (change: Partial<RequestListFilter>) => void
}

/** Which requests are listed. */
export function RequestFilters({ filter, onChange, onType }: RequestFiltersProps) {
  const t = useTranslations('requests')
  const [text, setText] = useTypedSearch(filter.search, (search) => onType({ search }))
  return (
    <search className="grid grid-cols-2 gap-3 lg:grid-cols-5">
      <FilterField label={t('filters.search')} className="max-lg:col-span-2">
        {(id) => (
          <Input
            id={id}
            name="search"
            autoComplete="off"
            placeholder={t('filters.searchPlaceholder')}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </FilterField>
      <FilterField label={t('statusFilter')}>
        {(id) => (
          <Select
            id={id}
            name="status"
            value={filter.status ?? ''}
            onChange={({ target }) => onChange({ status: knownValue(callStatuses, target.value) })}
          >
            <option value="">{t('allStatuses')}</option>
            {callStatuses.map((status) => (
              <option key={status} value={status}>
                {t(`filterStatuses.${status}`)}
              </option>
            ))}
          </Select>
        )}
      </FilterField>
      <FilterField label={t('filters.kind')}>
        {(id) => (
          <Select
            id={id}
            name="kind"
            value={filter.kind ?? ''}
            onChange={({ target }) => onChange({ kind: knownValue(requestKinds, target.value) })}
          >
            <option value="">{t('filters.allKinds')}</option>
            {requestKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </Select>
        )}
      </FilterField>
      <DayFilters
        from={filter.from}
        to={filter.to}
        labels={{ from: t('filters.from'), to: t('filters.to') }}
        onChange={onChange}
      />
    </search>
  )
}
