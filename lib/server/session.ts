import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { isUserRole } from '@/lib/auth/permission'
import type { ConsoleUser } from '@/lib/auth/ports'
import { type MissingProof, missingProof } from '@/lib/auth/proof'
import { sessionEnd } from '@/lib/auth/session-life'
import type { MfaConfiguration, UserRole } from '@/lib/contract/enums'
import { Refusal } from '@/lib/platform/refusal'
import { auth } from '@/lib/server/auth'
import { customerNow } from '@/lib/server/customer-now'
import { endSession } from '@/lib/server/end-session'
import { type Reach, reachOf } from '@/lib/server/reach'

/** Nobody has proved who he is. */
export type Anonymous = { kind: 'anonymous' }

type Known = {
  sessionId: string
  user: { id: string; name: string; email: string; role: UserRole }
  /** Whether the user has a second factor, and has declined to have one. */
  secondFactor: { enrolled: boolean; declined: boolean }
  policy: MfaConfiguration
}

/** The password was right, a proof that the customer's policy asks for is missing: no session to anything but the proof itself. */
export type Challenged = Known & { kind: 'challenged'; missing: MissingProof }

export type SignedIn = Known & {
  kind: 'signedIn'
  /** The customer that the user acts for: the API's Requester. */
  customer: { customerId: string; customerName: string }
  reach: Reach
  times: { rememberMe: boolean; startedAt: Date; lastActiveAt: Date }
}
/** Who acts, and for which customer. */
export type Actor = Pick<SignedIn, 'user' | 'customer'>

export type Session = Anonymous | Challenged | SignedIn

const anonymous: Anonymous = { kind: 'anonymous' }

/**
 * Who sends these headers. The only place that reads a session cookie.
 * @throws Refusal when the customer's policy cannot be read: then nobody is let in, and nobody's session is ended either
 */
export async function sessionOf(requestHeaders: Headers): Promise<Session> {
  // Most strangers come without a cookie and need no look into the database.
  if (!requestHeaders.get('cookie')) return anonymous
  const { api } = await auth(requestHeaders.get('host'))
  const found = await api.getSession({ headers: requestHeaders })
  if (!found) return anonymous
  const user: ConsoleUser = found.user
  const times = timesOf(found.session)
  if (user.disabledAt || !isUserRole(user.role) || sessionEnd(times) <= new Date()) {
    await endSession(user.id, found.session.id)
    return anonymous
  }
  const reach = await reachOf(user)
  if (!reach) return anonymous
  const now = await customerNow(reach)
  // An invited contact enters as long as the platform says so.
  if (user.contactId && !now.selfcareContacts.has(user.contactId)) {
    await endSession(user.id, found.session.id)
    return anonymous
  }
  const enrolled = Boolean(user.twoFactorEnabled)
  const known = {
    sessionId: found.session.id,
    user: { id: user.id, name: user.name, email: user.email, role: user.role },
    secondFactor: { enrolled, declined: Boolean(user.factorDeclinedAt) },
    policy: now.mfaConfiguration,
  }
  const proved = Boolean(found.session.secondFactorAt)
  const missing = missingProof({ policy: known.policy, enrolled, proved })
  if (missing) return { ...known, kind: 'challenged', missing }
  const customer = { customerId: user.customerId, customerName: now.customerName }
  return { ...known, kind: 'signedIn', customer, reach, times }
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
  const path = requestHeaders.get(pathHeader)
  const next = path && path !== '/' ? `?next=${encodeURIComponent(path)}` : ''
  if (session.kind === 'anonymous') redirect(`/sign-in${next}`)
  if (session.kind === 'challenged') redirect(`/sign-in/${session.missing === 'code' ? 'code' : 'enrol'}${next}`)
  if (mayEnrol(session)) redirect(`/sign-in/enrol${next}`)
  return session
}

/** Whether a second factor is to be offered first: the policy has it on by default, and the user has neither taken nor declined it. */
export function mayEnrol({ policy, secondFactor }: SignedIn): boolean {
  return policy === 'ENABLED' && !secondFactor.enrolled && !secondFactor.declined
}

/** What the pages of the sign-in are to ask for, and of whom. */
export type SignInStep = { need: 'password' | 'code' | 'enrolment' | 'nothing'; mayDecline: boolean; email?: string }

/** The step at which a sign-in stands. A code may also be due without a session: the auth library's challenge has a cookie of its own. */
export async function signInStep(): Promise<SignInStep> {
  const requestHeaders = await headers()
  const session = await sessionOf(requestHeaders)
  if (session.kind === 'anonymous') {
    const isChallenged = requestHeaders.get('cookie')?.includes('selfcare.two_factor=')
    return { need: isChallenged ? 'code' : 'password', mayDecline: false }
  }
  const { email } = session.user
  if (session.kind === 'challenged') return { need: session.missing, mayDecline: false, email }
  return { need: mayEnrol(session) ? 'enrolment' : 'nothing', mayDecline: mayEnrol(session), email }
}

/** Request header by which the proxy tells a page its own path and query. */
export const pathHeader = 'x-selfcare-path'

type StoredTimes = { createdAt: Date } & { [Name in keyof SignedIn['times']]?: SignedIn['times'][Name] | null }

function timesOf({ rememberMe, startedAt, lastActiveAt, createdAt }: StoredTimes): SignedIn['times'] {
  return { rememberMe: rememberMe ?? false, startedAt: startedAt ?? createdAt, lastActiveAt: lastActiveAt ?? createdAt }
}
