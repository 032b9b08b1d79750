'use client'

import { useSearchParams } from 'next/navigation'
import type { CallStatus } from '@/lib/client/request-queries'
import { searchParams } from '@/lib/client/search-params'

export const requestStatuses = ['OPEN', 'SUCCESS', 'FAILURE', 'INTERNAL_ERROR'] as const satisfies readonly CallStatus[]

export type RequestListFilter = { status: CallStatus | undefined; page: number }

/** What the list of requests shows, kept in the address. */
export function useRequestListFilter() {
  const params = useSearchParams()
  const page = Number(params.get('page') ?? 0)
  const filter: RequestListFilter = {
    status: requestStatuses.find((known) => known === params.get('status')),
    page: Number.isSafeInteger(page) && page > 0 ? page : 0,
  }
  function change({ status, page: wanted }: RequestListFilter) {
    const query = searchParams({ status, page: wanted === 0 ? undefined : wanted })
    window.history.pushState(null, '', `${window.location.pathname}${query}`)
  }
  return { filter, change }
}
