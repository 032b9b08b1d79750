import { parseRecordedRequestsQuery } from '@/lib/contract/recorded-request'
import { listRequests } from '@/lib/server/recorded-requests'
import { route } from '@/lib/server/route'

/** A page of the asynchronous requests that users of the session's own customer made here. */
export const GET = route({
  permission: 'read',
  query: parseRecordedRequestsQuery,
  handle: ({ session, query }) => listRequests(session, query),
})
