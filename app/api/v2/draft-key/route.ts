import { describeDraftKey } from '@/lib/server/draft-key'
import { route } from '@/lib/server/route'

/** The key of the drafts that the user's browser keeps. It is handed to a live session only. */
export const GET = route({ permission: 'editCustomer', handle: async ({ session }) => [describeDraftKey(session)] })
