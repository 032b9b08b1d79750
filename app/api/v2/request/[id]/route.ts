import { findRequest } from '@/lib/server/recorded-requests'
import { route } from '@/lib/server/route'

/** One asynchronous request that was made here. */
export const GET = route({
  permission: 'read',
  ids: { id: { notFound: 'GLOBAL_1003' } },
  handle: async ({ session, params }) => [await findRequest(session, params.id)],
})
