import { parseResolveCustomers } from '@/lib/contract/value-import'
import { resolveNames } from '@/lib/server/resolve-customers'
import { route } from '@/lib/server/route'

/** Which direct sub-customers have these ids or exact names. A POST because names are many; it writes nothing. */
export const POST = route({
  permission: 'manageExternalParams',
  body: parseResolveCustomers,
  handle: ({ session, platform, body }) => resolveNames(session, platform, body),
})
