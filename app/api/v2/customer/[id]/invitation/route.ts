import { parseInvitation } from '@/lib/contract/security'
import { invite, listInvited } from '@/lib/server/invitations'
import { route } from '@/lib/server/route'

/** Who of a sub-customer's contacts may sign in. */
export const GET = route({
  permission: 'manageUsers',
  ids: { id: { notFound: 'CUSTOMER_1002' } },
  handle: ({ session, platform, params }) => listInvited(session, platform, params.id),
})

/** Invites a contact of a sub-customer to set a password. */
export const POST = route({
  permission: 'manageUsers',
  ids: { id: { notFound: 'CUSTOMER_1002' } },
  body: parseInvitation,
  handle: async ({ session, platform, params, body, headers }) => [
    await invite(session, platform, params.id, body, headers),
  ],
})
