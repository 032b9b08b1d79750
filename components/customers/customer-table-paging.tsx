'use client'

import { useTranslations } from 'next-intl'
import { Pagination } from '@/components/ui/pagination'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { type CustomerListFilter, pageSizes } from './customer-list-filter'

type CustomerTablePagingProps = {
  filter: CustomerListFilter
  /** Rows on this page; undefined while they are on their way. */
  rows: number | undefined
  total: number
  onChange: (change: Partial<CustomerListFilter>) => void
}

/** Which part of the list is shown, the way to the next one, and how many rows stand on a page. */
export function CustomerTablePaging({ filter: { page, size }, rows, total, onChange }: CustomerTablePagingProps) {
  const t = useTranslations('customers')
  const summary = rows ? t('summary', { from: page * size + 1, to: page * size + rows, total }) : t('summaryNone')
  return (
    <Pagination
      className="mt-3"
      page={page}
      totalPages={Math.ceil(total / size)}
      onPageChange={(wanted) => onChange({ page: wanted })}
      summary={rows === undefined ? <Skeleton className="w-20" /> : summary}
      labels={{
        navigation: t('pagination.navigation'),
        previous: t('pagination.previous'),
        next: t('pagination.next'),
      }}
    >
      <label htmlFor="page-size" className="me-1 text-ink-muted text-sm">
        {t('pageSize')}
      </label>
      <Select
        id="page-size"
        value={size}
        onChange={(event) => onChange({ size: Number(event.target.value) })}
        className="me-2 w-20"
      >
        {pageSizes.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </Select>
    </Pagination>
  )
}
