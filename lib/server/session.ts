import 'server-only'
import { eq } from 'drizzle-orm'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { authFor } from '@/lib/auth/auth'
import { isUserRole } from '@/lib/auth/permission'
import type { UserRole } from '@/lib/contract/enums'
import { database } from '@/lib/db/database'
import { platformAccess } from '@/lib/db/schema'
import { Refusal } from '@/lib/platform/refusal'

/** Nobody has proved who he is. */
export type Anonymous = { kind: 'anonymous' }
/** The password was right, a proof that the customer's policy asks for is missing: no session to anything but the proof itself. */
export type Challenged = { kind: 'challenged'; userId: string }
export type SignedIn = {
  kind: 'signedIn'
  sessionId: string
  user: { id: string; name: string; email: string; role: UserRole }
  /** The parent customer that the user acts for: the API's Requester. */
  customer: { customerId: string; customerName: string }
}
export type Session = Anonymous | Challenged | SignedIn

/** Who sends these headers. The only place that reads a session cookie. */
export async function sessionOf(requestHeaders: Headers): Promise<Session> {
  // Most strangers come without a cookie and need no look into the database.
  if (!requestHeaders.get('cookie')) return { kind: 'anonymous' }
  const auth = await authFor(requestHeaders.get('host'))
  const found = await auth.api.getSession({ headers: requestHeaders })
  if (!found || !isUserRole(found.user.role)) return { kind: 'anonymous' }
  const db = await database()
  const [access] = await db
    .select({ customerId: platformAccess.customerId, customerName: platformAccess.customerName })
    .from(platformAccess)
    .where(eq(platformAccess.customerId, found.user.customerId))
  if (!access) return { kind: 'anonymous' }
  const { id, name, email, role } = found.user
  return { kind: 'signedIn', sessionId: found.session.id, user: { id, name, email, role }, customer: access }
}

/**
 * The choke point of every route: the session, or no answer.
 * @throws Refusal AUTH_1001 for anonymous and challenged alike
 */
export async function requireSession(requestHeaders: Headers): Promise<SignedIn> {
  const session = await sessionOf(requestHeaders)
  if (session.kind !== 'signedIn') throw new Refusal('AUTH_1001')
  return session
}

/** The choke point of every page: the session, or the sign-in, which leads back here afterwards. */
export async function requirePageSession(): Promise<SignedIn> {
  const requestHeaders = await headers()
  const session = await sessionOf(requestHeaders)
  if (session.kind === 'signedIn') return session
  const path = requestHeaders.get(pathHeader)
  redirect(path && path !== '/' ? `/sign-in?next=${encodeURIComponent(path)}` : '/sign-in')
}

/** Request header by which the proxy tells a page its own path and query. */
export const pathHeader = 'x-selfcare-path'
