import { route } from '@/lib/server/route'
import { endOne } from '@/lib/server/security'

/** Ends one of the user's sessions. */
export const DELETE = route({
  permission: 'read',
  profile: true,
  ids: { id: { notFound: 'GLOBAL_1003', any: true } },
  handle: async ({ session, params, headers }) => {
    await endOne(session, params.id, headers)
    return []
  },
})
