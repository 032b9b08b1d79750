import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { call } from '@/lib/contract/call'
import type { CallStatus } from '@/lib/contract/enums'
import { type RecordedRequest, recordedRequest } from '@/lib/contract/recorded-request'
import { submission } from '@/lib/contract/submission'
import { searchParams } from './search-params'
import { send, sendForOne } from './send'

/** What a page needs to know of a request, under the name of its noun. */
export type { CallStatus, RecordedRequest }

type RecordedRequestsFilter = {
  /** Counted from 0. */
  page: number
  size: number
  status?: CallStatus
  kind?: RecordedRequest['kind']
  /** Only requests about this customer. */
  customerId?: string
  /** A part of the customer's or the user's name. */
  search?: string
  /** Days in UTC, both included, as YYYY-MM-DD. */
  from?: string
  to?: string
}

/** Keys of requests; `['requests', 'list']` is every list of recorded ones. */
export const requestKeys = {
  lists: ['requests', 'list'] as const,
  recorded: (requestId: string) => ['requests', 'recorded', requestId] as const,
  call: (requestId: string) => ['requests', 'call', requestId] as const,
  submission: (key: string) => ['requests', 'submission', key] as const,
}

const firstPollMs = 500
const longestPollMs = 3000

/** Wait before the next look at something that is still under way: half a second at first, three at most. */
function pollMs(looks: number): number {
  return Math.min(firstPollMs * 1.5 ** Math.max(looks - 1, 0), longestPollMs)
}

/** Requests as the console recorded them, the latest first. */
export function recordedRequestsOptions(filter: RecordedRequestsFilter) {
  return queryOptions({
    queryKey: [...requestKeys.lists, filter],
    queryFn: ({ signal }) =>
      send({ method: 'GET', path: `/api/v2/request${searchParams(filter)}`, item: recordedRequest, signal }),
    placeholderData: keepPreviousData,
  })
}

/** One request as the console recorded it: what was asked, when and by whom. */
export function recordedRequestOptions(requestId: string) {
  return queryOptions({
    queryKey: requestKeys.recorded(requestId),
    queryFn: ({ signal }) =>
      sendForOne({
        method: 'GET',
        path: `/api/v2/request/${encodeURIComponent(requestId)}`,
        item: recordedRequest,
        signal,
      }),
  })
}

/** The live status of a request, followed until it ends. A failed look does not stop the following. */
export function callOptions(requestId: string) {
  return queryOptions({
    queryKey: requestKeys.call(requestId),
    queryFn: ({ signal }) =>
      sendForOne({ method: 'GET', path: `/api/v2/global/call/${encodeURIComponent(requestId)}`, item: call, signal }),
    refetchInterval: ({ state }) => {
      if (state.data && state.data.status !== 'OPEN') return false
      return state.error ? longestPollMs : pollMs(state.dataUpdateCount)
    },
    // What has ended stays ended.
    staleTime: ({ state }) => (state.data && state.data.status !== 'OPEN' ? Number.POSITIVE_INFINITY : 0),
  })
}

/** What became of a submission whose answer was lost; looked at until it is known, or until the moment `untilMs` (since the epoch) has passed. */
export function submissionOptions(key: string, untilMs: number) {
  return queryOptions({
    queryKey: requestKeys.submission(key),
    queryFn: ({ signal }) =>
      sendForOne({ method: 'GET', path: `/api/v2/submission/${encodeURIComponent(key)}`, item: submission, signal }),
    refetchInterval: ({ state }) => {
      const settled = state.data && !['sending', 'unknown'].includes(state.data.state)
      if (settled || Date.now() >= untilMs) return false
      return state.error ? longestPollMs : pollMs(state.dataUpdateCount)
    },
  })
}
