'use client'

import { useSearchParams } from 'next/navigation'
import { searchParams } from '@/lib/client/search-params'
import { type CallStatus, callStatuses } from '@/lib/contract/enums'

type RequestListFilter = { status: CallStatus | undefined; page: number }

/** What the list of requests shows, kept in the address. */
export function useRequestListFilter() {
  const params = useSearchParams()
  const page = Number(params.get('page') ?? 0)
  const filter: RequestListFilter = {
    status: callStatuses.find((known) => known === params.get('status')),
    page: Number.isSafeInteger(page) && page > 0 ? page : 0,
  }
  function change({ status, page: wanted }: RequestListFilter) {
    const query = searchParams({ status, page: wanted === 0 ? undefined : wanted })
    window.history.pushState(null, '', `${window.location.pathname}${query}`)
  }
  return { filter, change }
}
