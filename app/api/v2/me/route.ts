import { describeSession } from '@/lib/server/me'
import { route } from '@/lib/server/route'

/** Who is signed in, for which parent customer, and what its policy asks. */
export const GET = route({
  permission: 'read',
  handle: async ({ session, platform }) => [await describeSession(session, platform)],
})
