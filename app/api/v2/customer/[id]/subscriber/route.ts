import { parseSubscribersQuery } from '@/lib/contract/subscriber'
import { route } from '@/lib/server/route'

/** A page of the SIMs of the session's own customer or of a direct sub-customer. */
export const GET = route({
  permission: 'read',
  ids: { id: { notFound: 'CUSTOMER_1002' } },
  query: parseSubscribersQuery,
  handle: ({ platform, params, query }) => platform.subscribers(params.id, query),
})
