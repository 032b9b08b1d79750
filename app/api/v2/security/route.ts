import { route } from '@/lib/server/route'
import { describeSecurity } from '@/lib/server/security'

/** The user's second factor and what the policy says of it. */
export const GET = route({
  permission: 'read',
  profile: true,
  handle: async ({ session, headers }) => [await describeSecurity(session, headers)],
})
