import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type AuditKind, auditEvent } from '@/lib/contract/audit-event'
import { searchParams } from './search-params'
import { send } from './send'

export type AuditFilter = {
  /** Counted from 0. */
  page: number
  size: number
  kind?: AuditKind
  /** A part of the e-mail address. */
  user?: string
  /** Days as YYYY-MM-DD, both included. */
  from?: string
  to?: string
}

/** One page of the record of sign-ins and what was changed about them, the latest first. */
export function auditOptions(filter: AuditFilter) {
  return queryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ signal }) =>
      send({ method: 'GET', path: `/api/v2/audit${searchParams(filter)}`, item: auditEvent, signal }),
    placeholderData: keepPreviousData,
  })
}
