import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { type Invitation, type InvitedUser, invitedUser } from '@/lib/contract/security'
import { send, sendForOne } from './send'

/** Key of who of a customer's contacts may sign in. */
export function invitationKey(customerId: string) {
  return ['customers', 'invitations', customerId] as const
}

function invitationPath(customerId: string): string {
  return `/api/v2/customer/${encodeURIComponent(customerId)}/invitation`
}

/** Who of a sub-customer's contacts may sign in. */
export function invitationsOptions(customerId: string) {
  return queryOptions({
    queryKey: invitationKey(customerId),
    queryFn: async ({ signal }) =>
      (await send({ method: 'GET', path: invitationPath(customerId), item: invitedUser, signal })).content,
  })
}

/** Invites a contact by mail to set a password, or opens a disabled sign-in again. */
export function sendInvitation(customerId: string, body: Invitation): Promise<InvitedUser> {
  return sendForOne({ method: 'POST', path: invitationPath(customerId), body, item: invitedUser })
}

/** Takes an invited contact's sign-in away. */
export async function disableInvited(customerId: string, contactId: string): Promise<void> {
  const path = `${invitationPath(customerId)}/${encodeURIComponent(contactId)}`
  await send({ method: 'DELETE', path, item: z.unknown() })
}
