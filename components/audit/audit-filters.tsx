'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useId } from 'react'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
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
      <Labelled label={t('filters.kind')}>
        {(id) => (
          <Select
            id={id}
            name="kind"
            value={filter.kind ?? ''}
            onChange={({ target }) => onChange({ kind: auditKinds.find((known) => known === target.value) })}
          >
            <option value="">{t('filters.allKinds')}</option>
            {auditKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kinds.${kind}`)}
              </option>
            ))}
          </Select>
        )}
      </Labelled>
      <Labelled label={t('filters.user')}>
        {(id) => <UserFilter id={id} user={filter.user} onType={(user) => onType({ user })} />}
      </Labelled>
      <Labelled label={t('filters.from')}>
        {(id) => (
          <Input
            id={id}
            name="from"
            type="date"
            value={filter.from}
            max={filter.to || undefined}
            onChange={({ target }) => onChange({ from: target.value })}
          />
        )}
      </Labelled>
      <Labelled label={t('filters.to')}>
        {(id) => (
          <Input
            id={id}
            name="to"
            type="date"
            value={filter.to}
            min={filter.from || undefined}
            onChange={({ target }) => onChange({ to: target.value })}
          />
        )}
      </Labelled>
    </search>
  )
}

function Labelled({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId()
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1 block font-medium text-sm">
        {label}
      </label>
      {children(id)}
    </div>
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
