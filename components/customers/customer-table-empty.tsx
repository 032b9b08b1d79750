'use client'

import { SearchX, UsersRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { CustomerListFilter } from './customer-list-filter'

type CustomerTableEmptyProps = {
  filter: CustomerListFilter
  total: number
  onChange: (change: Partial<CustomerListFilter>) => void
}

/** Why the list is empty: nothing there yet, nothing that matches, or a page past the end. */
export function CustomerTableEmpty({ filter: { search, by }, total, onChange }: CustomerTableEmptyProps) {
  const t = useTranslations('customers')
  if (total > 0) {
    return (
      <EmptyState
        title={t('pastEnd.title')}
        actions={<Button onClick={() => onChange({})}>{t('pastEnd.first')}</Button>}
      >
        {t('pastEnd.text')}
      </EmptyState>
    )
  }
  if (search !== '') {
    return (
      <EmptyState
        icon={<SearchX className="size-5" />}
        title={t('noMatch.title', { search })}
        actions={<Button onClick={() => onChange({ search: '' })}>{t('noMatch.clear')}</Button>}
      >
        {t(by === '' ? 'noMatch.text' : 'noMatch.textOfParam')}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={<UsersRound className="size-5" />} title={t('empty.title')}>
      {t('empty.text')}
    </EmptyState>
  )
}
