'use client'

import { useCallback } from 'react'
import type { ExternalParamTarget } from '@/lib/client/external-param-queries'
import type { RecordedRequest } from '@/lib/contract/recorded-request'
import { usePendingRequests } from './use-pending-requests'

/** A value that a request which has not ended sets, or takes away. */
export type PendingParam = {
  requestId: string
  /** The parameter's name. */
  name: string
  /** What it is to be; "" for no value. */
  text: string
}

/**
 * Finds what was under way of an entity's values when the page was opened.
 * @param onFound told of each once; must keep its identity
 */
export function usePendingParams({ entity, entityId }: ExternalParamTarget, onFound: (pending: PendingParam) => void) {
  const tell = useCallback(
    ({ requestId, changes }: RecordedRequest) => {
      for (const { path, entryId, after } of changes) {
        const [list, name] = path
        const isHere = list === 'externalParams' && entryId?.toLowerCase() === entityId.toLowerCase()
        if (isHere) onFound({ requestId, name: String(name), text: String(after) })
      }
    },
    [entityId, onFound],
  )
  // The platform's requests on SIMs and plans are recorded without a customer.
  usePendingRequests(entity === 'customer' ? entityId : undefined, tell)
}
