import { parsePlansQuery } from '@/lib/contract/plan'
import { route } from '@/lib/server/route'

/** A page of the plans that the session's own customer sells. */
export const GET = route({
  permission: 'read',
  ids: { id: { notFound: 'CUSTOMER_1002', own: true } },
  query: parsePlansQuery,
  handle: ({ platform, params, query }) => platform.plans(params.id, query),
})
