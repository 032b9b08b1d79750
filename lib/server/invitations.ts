import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { recordEvent } from '@/lib/auth/audit'
import { makeResetToken } from '@/lib/auth/reset-link'
import { clientAddress, describeDevice } from '@/lib/auth/user-agent'
import type { Contact, CustomerDetails } from '@/lib/contract/customer-details'
import type { UserRole } from '@/lib/contract/enums'
import type { Invitation, InvitedUser } from '@/lib/contract/security'
import { database } from '@/lib/db/database'
import { account, user } from '@/lib/db/schema'
import type { Platform } from '@/lib/platform/platform'
import { Refusal } from '@/lib/platform/refusal'
import { endOtherSessions } from '@/lib/server/end-session'
import { sendMail } from '@/lib/server/mail'
import type { SignedIn } from '@/lib/server/session'

/**
 * Who of a sub-customer's contacts may sign in.
 * @throws Refusal CUSTOMER_1002 for a customer that is no direct sub-customer
 */
export async function listInvited(session: SignedIn, platform: Platform, customerId: string): Promise<InvitedUser[]> {
  await subCustomer(session, platform, customerId)
  return invitedOf(session, customerId)
}

async function invitedOf({ customer }: SignedIn, customerId: string): Promise<InvitedUser[]> {
  const db = await database()
  const invited = and(eq(user.customerId, customerId), eq(user.parentCustomerId, customer.customerId))
  const rows = await db
    .select({ user, password: account.password })
    .from(user)
    .leftJoin(account, and(eq(account.userId, user.id), eq(account.providerId, 'credential')))
    .where(invited)
  return rows.map((row) => toInvited(row.user, row.password !== null))
}

/**
 * Invites a contact of a direct sub-customer: makes its user, or opens a disabled one again, and mails a link to set a password.
 * @throws Refusal CUSTOMER_1002 for a customer that is no direct sub-customer; GLOBAL_1002 for a contact that is not there, is not
 *   eligible for the self-care application, has no e-mail address, or whose address is somebody else's
 */
export async function invite(
  session: SignedIn,
  platform: Platform,
  customerId: string,
  { contactId, role }: Invitation,
  headers: Headers,
): Promise<InvitedUser> {
  const details = await subCustomer(session, platform, customerId)
  const contact = eligibleContact(details, contactId)
  const invited = await storeUser(session, customerId, contact, role)
  const event = { actorEmail: session.user.email, ...from(headers), detail: { role } }
  await recordEvent({ kind: 'userInvited', user: { ...invited, customerId: session.customer.customerId }, ...event })
  const token = await makeResetToken(invited.id)
  sendMail(invited, { kind: 'invitation', token, inviter: session.user.name, customerName: details.name ?? '' })
  const [listed] = (await invitedOf(session, customerId)).filter((other) => other.contactId === contactId)
  if (!listed) throw new Refusal('GLOBAL_1001', { cause: new Error('the invited user was not stored') })
  return listed
}

/**
 * Takes an invited contact's sign-in away; its sessions end at once.
 * @throws Refusal CUSTOMER_1002 when the contact has none
 */
export async function disableInvited(session: SignedIn, customerId: string, contactId: string, headers: Headers) {
  const db = await database()
  const invited = and(
    eq(user.customerId, customerId),
    eq(user.parentCustomerId, session.customer.customerId),
    eq(user.contactId, contactId),
  )
  const [disabled] = await db.update(user).set({ disabledAt: new Date() }).where(invited).returning()
  if (!disabled) throw new Refusal('CUSTOMER_1002')
  await endOtherSessions(disabled.id, undefined)
  const subject = { ...disabled, customerId: session.customer.customerId }
  await recordEvent({ kind: 'userDisabled', user: subject, actorEmail: session.user.email, ...from(headers) })
}

async function subCustomer({ customer }: SignedIn, platform: Platform, customerId: string): Promise<CustomerDetails> {
  if (customerId.toLowerCase() === customer.customerId.toLowerCase()) throw new Refusal('CUSTOMER_1002')
  const [details] = (await platform.customerDetails(customerId)).content
  if (!details) throw new Refusal('CUSTOMER_1002')
  return details
}

function eligibleContact(details: CustomerDetails, contactId: string): Contact & { emailAddress: string } {
  const contact = details.contact?.find(({ id }) => id === contactId)
  if (!contact) throw new Refusal('GLOBAL_1002', { problems: [{ path: ['contactId'], code: 'unknownId' }] })
  const { emailAddress, role } = contact
  if (role !== 'SELFCARE')
    throw new Refusal('GLOBAL_1002', { problems: [{ path: ['contactId'], code: 'notSelfcare' }] })
  if (!emailAddress) throw new Refusal('GLOBAL_1002', { problems: [{ path: ['contactId'], code: 'emailNeeded' }] })
  return { ...contact, emailAddress }
}

async function storeUser(
  session: SignedIn,
  customerId: string,
  contact: Contact & { emailAddress: string },
  role: UserRole,
) {
  const db = await database()
  const email = contact.emailAddress.toLowerCase()
  const parentCustomerId = session.customer.customerId
  const name = [contact.firstName, contact.lastName].filter(Boolean).join(' ') || email
  const values = {
    name,
    role,
    customerId,
    parentCustomerId,
    contactId: contact.id,
    disabledAt: null,
    updatedAt: new Date(),
  }
  const [stored] = await db
    .insert(user)
    .values({ id: randomUUID(), email, emailVerified: true, ...values })
    .onConflictDoUpdate({
      target: user.email,
      set: values,
      // An address that belongs to another customer's user stays that user's.
      setWhere: and(eq(user.customerId, customerId), eq(user.parentCustomerId, parentCustomerId)),
    })
    .returning()
  if (!stored) throw new Refusal('GLOBAL_1002', { problems: [{ path: ['contactId'], code: 'emailTaken' }] })
  return stored
}

function toInvited(row: typeof user.$inferSelect, hasPassword: boolean): InvitedUser {
  const state = row.disabledAt ? 'disabled' : hasPassword ? 'active' : 'invited'
  return { contactId: row.contactId ?? '', email: row.email, role: row.role as UserRole, state }
}

function from(headers: Headers) {
  return { address: clientAddress(headers), device: describeDevice(headers.get('user-agent')) }
}
