'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { Pagination } from '@/components/ui/pagination'
import { RetryAlert } from '@/components/ui/retry-alert'
import { Skeleton } from '@/components/ui/skeleton'
import { HeaderCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { refusalMessageKey } from '@/lib/client/refusal-message'
import { recordedRequestsOptions } from '@/lib/client/request-queries'
import { useRequestListFilter } from './request-list-filter'
import { RequestStatusFilter } from './request-status-filter'
import { RequestTableEmpty } from './request-table-empty'
import { RequestTableRow, RequestTableSkeletonRow } from './request-table-row'

const pageSize = 25
const skeletonRows = [1, 2, 3, 4, 5, 6, 7, 8]

type RequestTableProps = {
  /** Only requests about this customer. */
  customerId?: string
}

/** What was asked of the platform, the latest first. */
export function RequestTable({ customerId }: RequestTableProps) {
  const t = useTranslations('requests')
  const tCommon = useTranslations('common')
  const tRefusal = useTranslations('refusals')
  const { filter, change } = useRequestListFilter()
  const { status, page } = filter
  const list = useQuery(recordedRequestsOptions({ page, size: pageSize, status, customerId }))
  const rows = list.data?.content
  const total = list.data?.pageable?.totalElements ?? rows?.length ?? 0
  const summary = rows?.length
    ? t('summary', { from: page * pageSize + 1, to: page * pageSize + rows.length, total })
    : t('summaryNone')

  if (list.isError && !rows) {
    return (
      <RetryAlert title={t('failed')} retryLabel={tCommon('retry')} busy={list.isFetching} onRetry={list.refetch}>
        {tRefusal(refusalMessageKey(list.error))}
      </RetryAlert>
    )
  }
  return (
    <div className="grid gap-4">
      <RequestStatusFilter status={status} onChange={(wanted) => change({ status: wanted, page: 0 })} />
      <div>
        <Table
          footer={
            rows?.length === 0 && !list.isPlaceholderData ? (
              <RequestTableEmpty
                filtered={status !== undefined}
                onClear={() => change({ status: undefined, page: 0 })}
              />
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
              <HeaderCell>{t('columns.request')}</HeaderCell>
              <HeaderCell className="max-md:hidden">{t('columns.subject')}</HeaderCell>
              <HeaderCell className="w-36">{t('columns.status')}</HeaderCell>
              <HeaderCell className="w-48 max-md:hidden">{t('columns.createdAt')}</HeaderCell>
              <HeaderCell className="w-44 max-lg:hidden">{t('columns.userName')}</HeaderCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows
              ? rows.map((row) => <RequestTableRow key={row.requestId} request={row} />)
              : skeletonRows.map((row) => <RequestTableSkeletonRow key={row} />)}
          </TableBody>
        </Table>
        <Pagination
          className="mt-3"
          page={page}
          totalPages={Math.ceil(total / pageSize)}
          onPageChange={(wanted) => change({ status, page: wanted })}
          summary={rows ? summary : <Skeleton className="w-20" />}
          labels={{
            navigation: t('pagination.navigation'),
            previous: t('pagination.previous'),
            next: t('pagination.next'),
          }}
        />
      </div>
    </div>
  )
}
