'use client'

import { useSearchParams } from 'next/navigation'
import { searchParams } from '@/lib/client/search-params'
import { type AuditKind, auditKinds } from '@/lib/contract/audit-event'

export type AuditListFilter = {
  kind: AuditKind | undefined
  /** A part of the e-mail address; "" for all. */
  user: string
  /** Days as YYYY-MM-DD, both included; "" for no bound. */
  from: string
  to: string
  /** Counted from 0. */
  page: number
}

function readFilter(params: URLSearchParams): AuditListFilter {
  const page = Number(params.get('page') ?? 0)
  return {
    kind: auditKinds.find((known) => known === params.get('kind')),
    user: params.get('user') ?? '',
    from: readDay(params.get('from')),
    to: readDay(params.get('to')),
    page: Number.isSafeInteger(page) && page > 0 ? page : 0,
  }
}

// An address that somebody has typed may say anything.
function readDay(text: string | null): string {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : ''
}

/**
 * What the audit log shows, kept in the address so that a reload, the back button and a bookmark bring it back.
 * A step is an entry of the history; `replace` is for typing, which would make one per letter.
 */
export function useAuditListFilter() {
  const filter = readFilter(useSearchParams())
  // Anything but turning the page begins at the first one again. The router follows the native history.
  function changed(change: Partial<AuditListFilter>): string {
    const { page, ...rest } = { ...filter, page: 0, ...change }
    return window.location.pathname + searchParams({ ...rest, page: page === 0 ? undefined : page })
  }
  return {
    filter,
    change: (change: Partial<AuditListFilter>) => window.history.pushState(null, '', changed(change)),
    replace: (change: Partial<AuditListFilter>) => window.history.replaceState(null, '', changed(change)),
    clear: () => window.history.pushState(null, '', window.location.pathname),
  }
}
