'use client'

import { useTranslations } from 'next-intl'
import { ChoiceFilter, DayFilters, TextFilter } from '@/components/ui/filter-field'
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
  return (
    <search className="grid grid-cols-2 gap-3 lg:grid-cols-5">
      <TextFilter
        className="max-lg:col-span-2"
        label={t('filters.search')}
        text={filter.search}
        onType={(search) => onType({ search })}
        input={{ name: 'search', placeholder: t('filters.searchPlaceholder') }}
      />
      <ChoiceFilter
        name="status"
        label={t('statusFilter')}
        values={callStatuses}
        value={filter.status}
        all={t('allStatuses')}
        wordOf={(status) => t(`filterStatuses.${status}`)}
        onChange={(status) => onChange({ status })}
      />
      <ChoiceFilter
        name="kind"
        label={t('filters.kind')}
        values={requestKinds}
        value={filter.kind}
        all={t('filters.allKinds')}
        wordOf={(kind) => t(`kinds.${kind}`)}
        onChange={(kind) => onChange({ kind })}
      />
      <DayFilters
        from={filter.from}
        to={filter.to}
        labels={{ from: t('filters.from'), to: t('filters.to') }}
        onChange={onChange}
      />
    </search>
  )
}
