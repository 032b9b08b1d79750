import { parseChildCustomersQuery } from '@/lib/contract/child-customers'
import { route } from '@/lib/server/route'

/** A page of the direct sub-customers of the session's own customer. */
export const GET = route({
  permission: 'read',
  ids: { id: { notFound: 'CUSTOMER_1002', own: true } },
  query: parseChildCustomersQuery,
  handle: ({ platform, params, query }) => platform.childCustomers(params.id, query),
})
