'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Badge } from '@/components/ui/badge'
import { classNames } from '@/components/ui/class-names'
import { useAnnounce } from '@/components/ui/live-region'
import { Cell, RowHeaderCell, TableBody, TableRow } from '@/components/ui/table'
import { customerKeys } from '@/lib/client/customer-queries'
import { callOptions, type RecordedRequest, recordedRequestsOptions } from '@/lib/client/request-queries'

/** As many requests as are shown above the list; the rest is on the page of requests. */
const maxPending = 10

/** What is asked for but not made yet, above the list. Read once per visit, so that one that fails stays in sight. */
export function usePendingCreates(): RecordedRequest[] {
  const { data } = useQuery({
    ...recordedRequestsOptions({ page: 0, size: maxPending, status: 'OPEN', kind: 'createCustomer' }),
    staleTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  return data?.content ?? []
}

/** Rows of sub-customers that are being created. */
export function CustomerTablePending({ requests }: { requests: RecordedRequest[] }) {
  if (requests.length === 0) return null
  return (
    <TableBody className="border-b bg-canvas">
      {requests.map((request) => (
        <PendingRow key={request.requestId} request={request} />
      ))}
    </TableBody>
  )
}

function PendingRow({ request: { requestId, subjectName } }: { request: RecordedRequest }) {
  const t = useTranslations('customers')
  const tStatus = useTranslations('requests.statuses')
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const status = useQuery(callOptions(requestId)).data?.status ?? 'OPEN'
  const name = subjectName ?? t('unnamed')
  const told = useRef(false)

  useEffect(() => {
    if (status === 'OPEN' || told.current) return
    told.current = true
    announce(t(status === 'SUCCESS' ? 'pending.created' : 'pending.failed', { name }))
    if (status === 'SUCCESS') queryClient.invalidateQueries({ queryKey: customerKeys.all })
  }, [status, name, announce, queryClient, t])

  // Made: it stands in the list itself now.
  if (status === 'SUCCESS') return null
  const link = (className: string) => (
    <Link
      href={`/requests/${encodeURIComponent(requestId)}`}
      prefetch={false}
      aria-label={t('pending.requestOf', { name })}
      className={classNames('rounded-sm font-normal text-accent-text hover:underline', className)}
    >
      {t('pending.request')}
    </Link>
  )
  return (
    <TableRow>
      <RowHeaderCell className="py-2 text-ink-muted">
        {name}
        {link('block w-fit text-xs leading-6 sm:hidden')}
      </RowHeaderCell>
      <Cell>
        <Badge tone={status === 'OPEN' ? 'info' : 'danger'} busy={status === 'OPEN'}>
          {tStatus(status)}
        </Badge>
      </Cell>
      <Cell className="max-sm:hidden">{link('')}</Cell>
      <Cell className="max-sm:hidden" />
    </TableRow>
  )
}
