'use client'

import { useTranslations } from 'next-intl'
import { DayFilters, FilterField } from '@/components/ui/filter-field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { knownValue } from '@/components/ui/use-address-filter'
import { useTypedSearch } from '@/components/ui/use-typed-search'
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
      <FilterField label={t('filters.kind')}>
        {(id) => (
          <Select
            id={id}
            name="kind"
            value={filter.kind ?? ''}
            onChange={({ target }) => onChange({ kind: knownValue(auditKinds, target.value) })}
          >
            <option value="">{t('filters.allKinds')}</option>
            {auditKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </Select>
        )}
      </FilterField>
      <FilterField label={t('filters.user')}>
        {(id) => <UserFilter id={id} user={filter.user} onType={(user) => onType({ user })} />}
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

/** A part of the e-mail address. What is typed is looked for after a moment without a key. */
function UserFilter({ id, user, onType }: { id: string; user: string; onType: (user: string) => void }) {
  const t = useTranslations('audit')
  const [text, setText] = useTypedSearch(user, onType)

  return (
    <Input
      id={id}
      name="user"
      inputMode="email"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      placeholder={t('filters.userPlaceholder')}
      value={text}
      onChange={({ target }) => setText(target.value)}
    />
  )
}
