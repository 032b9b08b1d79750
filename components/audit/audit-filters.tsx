'use client'

import { useTranslations } from 'next-intl'
import { ChoiceFilter, DayFilters, TextFilter } from '@/components/ui/filter-field'
import { auditKinds } from '@/lib/contract/audit-event'
import type { AuditListFilter } from './audit-list-filter'

type AuditFiltersProps = {
  filter: AuditListFilter
  onChange: (change: Partial<AuditListFilter>) => void
  /** For what is being typed. */
  onType: (change: Partial<AuditListFilter>) => void
}

/** Which events of the audit log are listed. */
export function AuditFilters({ filter, onChange, onType }: AuditFiltersProps) {
  const t = useTranslations('audit')
  return (
    <search className="grid grid-cols-2 gap-3 lg:grid-cols-4">
      <ChoiceFilter
        name="kind"
        label={t('filters.kind')}
        values={auditKinds}
        value={filter.kind}
        all={t('filters.allKinds')}
        wordOf={(kind) => t(`kinds.${kind}`)}
        onChange={(kind) => onChange({ kind })}
      />
      <TextFilter
        label={t('filters.user')}
        text={filter.user}
        onType={(user) => onType({ user })}
        input={{
          name: 'user',
          inputMode: 'email',
          autoCapitalize: 'none',
          spellCheck: false,
          placeholder: t('filters.userPlaceholder'),
        }}
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
