'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import { customerKeys } from '@/lib/client/customer-queries'
import { callOptions, type RecordedRequest, requestKeys } from '@/lib/client/request-queries'

/** The status of a request, live while it is under way. Its end is announced, and what it may have changed is read anew. */
export function useFollowedStatus({ requestId, kind, status: recorded }: RecordedRequest) {
  const t = useTranslations('requests')
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const wasOpen = recorded === 'OPEN'
  const call = useQuery({ ...callOptions(requestId), enabled: wasOpen })
  const status = wasOpen ? (call.data?.status ?? 'OPEN') : recorded
  const told = useRef(!wasOpen)

  useEffect(() => {
    if (status === 'OPEN' || told.current) return
    told.current = true
    announce(t('changed', { kind: t(`kinds.${kind}`), status: t(`statuses.${status}`) }))
    queryClient.invalidateQueries({ queryKey: requestKeys.lists })
    queryClient.invalidateQueries({ queryKey: requestKeys.recorded(requestId) })
    queryClient.invalidateQueries({ queryKey: customerKeys.all })
  }, [status, requestId, kind, queryClient, announce, t])

  return { status, unreadable: wasOpen && call.isError && status === 'OPEN' }
}
