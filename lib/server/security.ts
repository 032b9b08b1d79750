import 'server-only'
import { and, desc, eq, gt } from 'drizzle-orm'
import { listEvents, recordEvent } from '@/lib/auth/audit'
import { declineFactor } from '@/lib/auth/decline-factor'
import { sessionEnd as endOf, sessionLife } from '@/lib/auth/session-life'
import { clientAddress, describeDevice } from '@/lib/auth/user-agent'
import type { AuditEvent, AuditQuery } from '@/lib/contract/audit-event'
import type { Ack } from '@/lib/contract/envelope'
import type { Security, SessionEnd, SessionItem } from '@/lib/contract/security'
import { database } from '@/lib/db/database'
import { session } from '@/lib/db/schema'
import { Refusal } from '@/lib/platform/refusal'
import { auth } from '@/lib/server/auth'
import { endOtherSessions, endSession } from '@/lib/server/end-session'
import type { SignedIn } from '@/lib/server/session'

/** State of the user's second factor, and what the policy says of it. */
export async function describeSecurity({ user, secondFactor, policy }: SignedIn, headers: Headers): Promise<Security> {
  const { enrolled } = secondFactor
  if (!enrolled) return { mfaConfiguration: policy, enrolled, recoveryCodesLeft: 0 }
  const { api } = await auth(headers.get('host'))
  const { backupCodes } = await api.viewBackupCodes({ body: { userId: user.id }, headers })
  return { mfaConfiguration: policy, enrolled, recoveryCodesLeft: backupCodes.length }
}

/**
 * Remembers that the user wants no second factor for now.
 * @throws Refusal AUTH_1003 unless the policy leaves it to the user
 */
export async function declineSecondFactor(current: SignedIn, headers: Headers): Promise<void> {
  if (current.policy !== 'ENABLED') throw new Refusal('AUTH_1003')
  if (await declineFactor(current.user.id)) await record(current, 'factorDeclined', headers)
}

/** The user's sessions that live, the latest active first. */
export async function listSessions(current: SignedIn): Promise<SessionItem[]> {
  const db = await database()
  const mine = and(eq(session.userId, current.user.id), gt(session.expiresAt, new Date()))
  const rows = await db.select().from(session).where(mine).orderBy(desc(session.lastActiveAt))
  return rows
    .filter((row) => endOf(row) > new Date())
    .map((row) => ({
      id: row.id,
      isCurrent: row.id === current.sessionId,
      startedAt: row.startedAt.toISOString(),
      lastActiveAt: row.lastActiveAt.toISOString(),
      address: row.ipAddress || null,
      device: describeDevice(row.userAgent) ?? null,
    }))
}

/**
 * Ends one of the user's sessions.
 * @throws Refusal GLOBAL_1003 when the user has none of that id
 */
export async function endOne(current: SignedIn, sessionId: string, headers: Headers): Promise<void> {
  if (!(await endSession(current.user.id, sessionId))) throw new Refusal('GLOBAL_1003')
  await record(current, 'sessionEnded', headers)
}

/** Ends all of the user's sessions but this one. */
export async function endOthers(current: SignedIn, headers: Headers): Promise<void> {
  if ((await endOtherSessions(current.user.id, current.sessionId)) > 0) await record(current, 'sessionEnded', headers)
}

/** When this session ends if nobody does anything. */
export function describeEnd({ times }: SignedIn): SessionEnd {
  const { idleMs, longestMs } = sessionLife(times.rememberMe)
  const end = endOf(times)
  const last = times.startedAt.getTime() + longestMs
  return {
    endsAt: end.toISOString(),
    now: new Date().toISOString(),
    extendable: idleMs < longestMs && end.getTime() < last,
  }
}

/** The person did something: idleness is counted anew. */
export async function noteActivity(current: SignedIn): Promise<SessionEnd> {
  const lastActiveAt = new Date()
  const db = await database()
  await db.update(session).set({ lastActiveAt }).where(eq(session.id, current.sessionId))
  return describeEnd({ ...current, times: { ...current.times, lastActiveAt } })
}

async function record(current: SignedIn, kind: 'factorDeclined' | 'sessionEnded', headers: Headers): Promise<void> {
  const { id, email } = current.user
  await recordEvent({
    kind,
    user: { id, email, customerId: current.customer.customerId },
    address: clientAddress(headers),
    device: describeDevice(headers.get('user-agent')),
  })
}

/** A page of the record of the session's customer. */
export function listRecord({ customer }: SignedIn, query: AuditQuery): Promise<Ack<AuditEvent>> {
  return listEvents(customer.customerId, query)
}
