'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { recordedRequestsOptions } from '@/lib/client/request-queries'
import { maxPageSize } from '@/lib/contract/child-customers'
import type { RecordedRequest } from '@/lib/contract/recorded-request'

/**
 * Finds the requests that were under way when the page was opened: after a reload, and those of colleagues.
 * @param customerId only requests about this customer; undefined for all
 * @param onFound told of each once; must keep its identity
 */
export function usePendingRequests(customerId: string | undefined, onFound: (request: RecordedRequest) => void) {
  const { data } = useQuery({
    ...recordedRequestsOptions({ page: 0, size: maxPageSize, status: 'OPEN', customerId }),
    // Read once per visit: what is sent from here is followed anyway.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  const told = useRef(new Set<string>())

  useEffect(() => {
    for (const request of data?.content ?? []) {
      if (told.current.has(request.requestId)) continue
      told.current.add(request.requestId)
      onFound(request)
    }
  }, [data, onFound])
}
