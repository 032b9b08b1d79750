import { route } from '@/lib/server/route'
import { declineSecondFactor } from '@/lib/server/security'

/** The user wants no second factor for now; the policy must leave it to the user. */
export const POST = route({
  permission: 'read',
  profile: true,
  handle: async ({ session, headers }) => {
    await declineSecondFactor(session, headers)
    return []
  },
})
