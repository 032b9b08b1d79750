'use client'

import { useQuery } from '@tanstack/react-query'
import { ScrollText } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { RetryAlert } from '@/components/ui/retry-alert'
import { Skeleton } from '@/components/ui/skeleton'
import { HeaderCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { auditOptions } from '@/lib/client/audit-queries'
import { refusalMessageKey } from '@/lib/client/refusal-message'
import { AuditFilters } from './audit-filters'
import { useAuditListFilter } from './audit-list-filter'
import { AuditTableRow, AuditTableSkeletonRow } from './audit-table-row'

const pageSize = 25
const skeletonRows = [1, 2, 3, 4, 5, 6, 7, 8]

/** Who signed in or failed to, and who changed what about signing in, the latest first. */
export function AuditTable() {
  const t = useTranslations('audit')
  const tCommon = useTranslations('common')
  const tRefusal = useTranslations('refusals')
  const { filter, change, replace, clear } = useAuditListFilter()
  const { page, kind, user, from, to } = filter
  const list = useQuery(auditOptions({ ...filter, size: pageSize }))
  const rows = list.data?.content
  const total = list.data?.pageable?.totalElements ?? rows?.length ?? 0
  const filtered = Boolean(kind || user || from || to || page > 0)

  return (
    <div className="grid gap-4">
      <AuditFilters filter={filter} onChange={change} onType={replace} />
      {list.isError && !rows ? (
        <RetryAlert title={t('failed')} retryLabel={tCommon('retry')} busy={list.isFetching} onRetry={list.refetch}>
          {tRefusal(refusalMessageKey(list.error))}
        </RetryAlert>
      ) : (
        <div>
          <Table
            busy={list.isPlaceholderData}
            className="table-fixed"
            footer={
              rows?.length === 0 && !list.isPlaceholderData ? <Empty filtered={filtered} onClear={clear} /> : null
            }
          >
            <caption>
              <VisuallyHidden>{t('caption')}</VisuallyHidden>
            </caption>
            <TableHead>
              <TableRow>
                <HeaderCell>{t('columns.kind')}</HeaderCell>
                <HeaderCell className="max-md:hidden">{t('columns.user')}</HeaderCell>
                <HeaderCell className="w-60 max-md:hidden">{t('columns.at')}</HeaderCell>
                <HeaderCell className="w-56 max-lg:hidden">{t('columns.from')}</HeaderCell>
              </TableRow>
            </TableHead>
            <TableBody>
              {rows
                ? rows.map((event) => <AuditTableRow key={event.id} event={event} />)
                : skeletonRows.map((row) => <AuditTableSkeletonRow key={row} />)}
            </TableBody>
          </Table>
          <Pagination
            className="mt-3"
            page={page}
            totalPages={Math.ceil(total / pageSize)}
            onPageChange={(wanted) => change({ page: wanted })}
            summary={
              rows ? (
                rows.length > 0 ? (
                  t('summary', { from: page * pageSize + 1, to: page * pageSize + rows.length, total })
                ) : (
                  t('summaryNone')
                )
              ) : (
                <Skeleton className="w-20" />
              )
            }
            labels={{
              navigation: t('pagination.navigation'),
              previous: t('pagination.previous'),
              next: t('pagination.next'),
            }}
          />
        </div>
      )}
    </div>
  )
}

function Empty({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  const t = useTranslations('audit')
  return (
    <EmptyState
      icon={<ScrollText className="size-5" />}
      title={t(filtered ? 'noMatch' : 'empty')}
      actions={filtered ? <Button onClick={onClear}>{t('clear')}</Button> : undefined}
    />
  )
}
