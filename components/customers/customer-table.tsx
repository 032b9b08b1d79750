'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import { RetryAlert } from '@/components/ui/retry-alert'
import { HeaderCell, SortableHeaderCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { childCustomersOptions } from '@/lib/client/customer-queries'
import { refusalMessageKey } from '@/lib/client/refusal-message'
import { useCustomerListFilter } from './customer-list-filter'
import { CustomerTableEmpty } from './customer-table-empty'
import { CustomerTablePaging } from './customer-table-paging'
import { CustomerTablePending, usePendingCreates } from './customer-table-pending'
import { CustomerTableRow, CustomerTableSkeletonRow } from './customer-table-row'
import { CustomerTableSearch } from './customer-table-search'

/** The direct sub-customers, paged, sorted and searched by the platform. */
export function CustomerTable({ customerId }: { customerId: string }) {
  const t = useTranslations('customers')
  const tCommon = useTranslations('common')
  const tRefusal = useTranslations('refusals')
  const announce = useAnnounce()
  const { filter, change, replace } = useCustomerListFilter()
  const { search, size, sort } = filter
  const list = useQuery(childCustomersOptions({ customerId, ...filter }))
  const pending = usePendingCreates()

  const rows = list.data?.content
  const total = list.data?.pageable?.totalElements ?? rows?.length ?? 0
  const settled = list.isSuccess && !list.isPlaceholderData
  const ascending = sort === 'name,asc'

  useEffect(() => {
    if (settled && search !== '') announce(t('found', { count: total }))
  }, [settled, search, total, announce, t])

  return (
    <div className="grid gap-4">
      <CustomerTableSearch
        customerId={customerId}
        filter={filter}
        onSearch={(wanted) => replace({ search: wanted })}
        onBy={(by) => change({ by })}
      />
      {list.isError ? (
        <RetryAlert title={t('failed')} retryLabel={tCommon('retry')} busy={list.isFetching} onRetry={list.refetch}>
          {tRefusal(refusalMessageKey(list.error))}
        </RetryAlert>
      ) : null}
      {list.isError && !rows ? null : (
        <div>
          <Table
            footer={
              rows?.length === 0 && settled ? (
                <CustomerTableEmpty filter={filter} total={total} onChange={change} />
              ) : null
            }
            busy={list.isPlaceholderData}
            className="table-fixed"
          >
            <caption>
              <VisuallyHidden>{t('caption')}</VisuallyHidden>
            </caption>
            <TableHead>
              <TableRow>
                <SortableHeaderCell
                  direction={ascending ? 'ascending' : 'descending'}
                  onSort={() => change({ sort: ascending ? 'name,desc' : 'name,asc' })}
                >
                  {t('columns.name')}
                </SortableHeaderCell>
                <HeaderCell className="w-32 sm:w-1/5">{t('columns.status')}</HeaderCell>
                <HeaderCell className="w-1/5 max-sm:hidden">{t('columns.type')}</HeaderCell>
                <HeaderCell className="w-1/6 max-sm:hidden">{t('columns.currency')}</HeaderCell>
              </TableRow>
            </TableHead>
            <CustomerTablePending requests={pending} />
            <TableBody>
              {rows
                ? rows.map((row) => (
                    <CustomerTableRow key={row.customerId} id={row.customerId} name={row.customerName} />
                  ))
                : Array.from({ length: size }, (_, index) => index).map((index) => (
                    <CustomerTableSkeletonRow key={index} />
                  ))}
            </TableBody>
          </Table>
          <CustomerTablePaging filter={filter} rows={rows?.length} total={total} onChange={change} />
        </div>
      )}
    </div>
  )
}
