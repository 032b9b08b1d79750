'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ExternalParamTarget } from '@/lib/client/external-param-queries'
import { recordedRequestsOptions } from '@/lib/client/request-queries'
import { maxPageSize } from '@/lib/contract/child-customers'

/** A value that a request which has not ended sets, or takes away. */
export type PendingParam = {
  requestId: string
  /** The parameter's name. */
  name: string
  /** What it is to be; "" for no value. */
  text: string
}

/**
 * Finds the requests about an entity's values that were under way when the page was opened: after a reload, and those of colleagues.
 * @param onFound told of each once; must keep its identity
 */
export function usePendingParams({ entity, entityId }: ExternalParamTarget, onFound: (pending: PendingParam) => void) {
  // The platform's requests on SIMs and plans are recorded without a customer.
  const customerId = entity === 'customer' ? entityId : undefined
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
    for (const { requestId, changes } of data?.content ?? []) {
      if (told.current.has(requestId)) continue
      told.current.add(requestId)
      for (const { path, entryId, after } of changes) {
        const [list, name] = path
        const isHere = list === 'externalParams' && entryId?.toLowerCase() === entityId.toLowerCase()
        if (isHere) onFound({ requestId, name: String(name), text: String(after) })
      }
    }
  }, [data, entityId, onFound])
}
