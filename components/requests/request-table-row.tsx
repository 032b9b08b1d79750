'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { LocalTime } from '@/components/ui/local-time'
import { Skeleton } from '@/components/ui/skeleton'
import { Cell, RowHeaderCell, TableRow } from '@/components/ui/table'
import type { RecordedRequest } from '@/lib/client/request-queries'
import { useFollowedStatus } from './followed-status'
import { RequestStatus } from './request-status'

/** One recorded request, its status live while it is under way. */
export function RequestTableRow({ request }: { request: RecordedRequest }) {
  const t = useTranslations('requests')
  const { requestId, kind, subjectName, createdAt, userName } = request
  const { status } = useFollowedStatus(request)

  return (
    <TableRow className="hover:bg-hover">
      <RowHeaderCell className="py-2">
        <Link
          href={`/requests/${encodeURIComponent(requestId)}`}
          prefetch={false}
          className="rounded-sm hover:text-accent-text hover:underline"
        >
          {t(`kinds.${kind}`)}
        </Link>
        <span className="block break-words font-normal text-ink-muted text-xs md:hidden">
          {subjectName ?? t('unnamed')} · <LocalTime at={createdAt} />
        </span>
      </RowHeaderCell>
      <Cell className="truncate max-md:hidden">{subjectName ?? t('unnamed')}</Cell>
      <Cell>
        <RequestStatus status={status} />
      </Cell>
      <Cell className="tabular-nums max-md:hidden">
        <LocalTime at={createdAt} />
      </Cell>
      <Cell className="truncate max-lg:hidden">{userName}</Cell>
    </TableRow>
  )
}

/** A row that is still to come. */
export function RequestTableSkeletonRow() {
  return (
    <TableRow>
      <Cell className="py-2">
        <Skeleton className="my-0.5 w-40 max-w-full" />
        <span className="block min-h-4.5 md:hidden" />
      </Cell>
      <Cell className="max-md:hidden">
        <Skeleton className="w-32" />
      </Cell>
      <Cell>
        <Skeleton pill className="w-24" />
      </Cell>
      <Cell className="max-md:hidden">
        <Skeleton className="w-36" />
      </Cell>
      <Cell className="max-lg:hidden">
        <Skeleton className="w-24" />
      </Cell>
    </TableRow>
  )
}
