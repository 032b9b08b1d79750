import { followRequest } from '@/lib/server/recorded-requests'
import { route } from '@/lib/server/route'

/** Status of one asynchronous request of the session's own customer. */
export const GET = route({
  permission: 'read',
  ids: { id: { notFound: 'GLOBAL_1003' } },
  handle: async ({ session, platform, params }) => [await followRequest(session, platform, params.id)],
})
