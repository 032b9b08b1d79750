import { route } from '@/lib/server/route'
import { endOthers, listSessions } from '@/lib/server/security'

/** The user's sessions. */
export const GET = route({ permission: 'read', profile: true, handle: ({ session }) => listSessions(session) })

/** Signs the user out everywhere else. */
export const DELETE = route({
  permission: 'read',
  profile: true,
  handle: async ({ session, headers }) => {
    await endOthers(session, headers)
    return []
  },
})
