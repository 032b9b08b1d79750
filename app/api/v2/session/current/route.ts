import { route } from '@/lib/server/route'
import { describeEnd } from '@/lib/server/security'

/** When this session ends if nobody does anything. Asking does not count as doing. */
export const GET = route({ permission: 'read', profile: true, handle: async ({ session }) => [describeEnd(session)] })
