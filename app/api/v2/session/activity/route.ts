import { route } from '@/lib/server/route'
import { noteActivity } from '@/lib/server/security'

/** The person did something: idleness is counted anew. */
export const POST = route({
  permission: 'read',
  profile: true,
  handle: async ({ session }) => [await noteActivity(session)],
})
