'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { CallStatus } from '@/lib/contract/enums'
import { callOptions } from './request-queries'

/** How a request has ended. */
export type Ended = Exclude<CallStatus, 'OPEN'>

/** Tells, once, how a request has ended. */
export function FollowedRequest({ requestId, onEnded }: { requestId: string; onEnded: (status: Ended) => void }) {
  const { data } = useQuery(callOptions(requestId))
  const tell = useEffectEvent(onEnded)
  const told = useRef(false)
  const status = data?.status ?? 'OPEN'

  useEffect(() => {
    if (status === 'OPEN' || told.current) return
    told.current = true
    tell(status)
  }, [status])

  return null
}
