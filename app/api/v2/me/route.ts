import { describeSession } from '@/lib/server/me'
import { route } from '@/lib/server/route'

/** Who is signed in, for which parent customer, and what its policy asks. */
export const GET = route({
  permission: 'read',
  profile: true,
  handle: async ({ session }) => [describeSession(session)],
})
