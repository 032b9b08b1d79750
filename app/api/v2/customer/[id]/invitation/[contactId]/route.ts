import { disableInvited } from '@/lib/server/invitations'
import { route } from '@/lib/server/route'

/** Takes an invited contact's sign-in away. */
export const DELETE = route({
  permission: 'manageUsers',
  ids: { id: { notFound: 'CUSTOMER_1002' }, contactId: { notFound: 'CUSTOMER_1002' } },
  handle: async ({ session, params, headers }) => {
    await disableInvited(session, params.id, params.contactId, headers)
    return []
  },
})
