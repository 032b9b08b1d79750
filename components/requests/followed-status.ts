'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { customerKeys } from '@/lib/client/customer-queries'
import { type CallStatus, callOptions, type RecordedRequest, requestKeys } from '@/lib/client/request-queries'

/**
 * The status of a request, live while it is under way. When it ends, what it may have changed is read anew.
 * @param onEnd told once, with the status that it ended in
 */
export function useFollowedStatus(
  { requestId, status: recorded }: RecordedRequest,
  onEnd?: (status: CallStatus) => void,
) {
  const queryClient = useQueryClient()
  const wasOpen = recorded === 'OPEN'
  const call = useQuery({ ...callOptions(requestId), enabled: wasOpen })
  const status = wasOpen ? (call.data?.status ?? 'OPEN') : recorded
  const told = useRef(!wasOpen)

  useEffect(() => {
    if (status === 'OPEN' || told.current) return
    told.current = true
    onEnd?.(status)
    queryClient.invalidateQueries({ queryKey: requestKeys.lists })
    queryClient.invalidateQueries({ queryKey: requestKeys.recorded(requestId) })
    queryClient.invalidateQueries({ queryKey: customerKeys.all })
  }, [status, requestId, queryClient, onEnd])

  return { status, unreadable: wasOpen && call.isError && status === 'OPEN' }
}
