import * as z from 'zod/mini'
import { paging } from './child-customers'
import { type Parsed, parse } from './parse'
import { problem } from './problem'

/** What the record of sign-ins, failures, factor and role changes knows. */
export const auditKinds = [
  'signIn',
  'signInFailed',
  'codeFailed',
  'locked',
  'signOut',
  'sessionEnded',
  'factorEnrolled',
  'factorDeclined',
  'factorReplaced',
  'factorRemoved',
  'recoveryCodeUsed',
  'recoveryCodesRenewed',
  'passwordChanged',
  'passwordResetAsked',
  'passwordReset',
  'newDevice',
  'userInvited',
  'userCreated',
  'userDisabled',
  'roleChanged',
] as const
export type AuditKind = (typeof auditKinds)[number]

/** One event of `GET /api/v2/audit`, the console's own, for super admins. */
export const auditEvent = z.object({
  id: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  kind: z.enum(auditKinds),
  userEmail: z.string(),
  /** Who did it, where that is somebody else than the user. */
  actorEmail: z.nullable(z.string()),
  address: z.nullable(z.string()),
  device: z.nullable(z.string()),
  detail: z.record(z.string(), z.string()),
})
export type AuditEvent = z.output<typeof auditEvent>

/** A day in UTC as YYYY-MM-DD, of the calendar and of the years 1 to 9998: databases know no year 0, and a range ends with the day after. */
export const day = z.string().check(z.refine(isDay, problem('invalid')))

function isDay(text: string): boolean {
  if (!/^(?!0000|9999)\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  // A 30th of February is read as a day of March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

export const auditQuery = z.strictObject({
  ...paging,
  kind: z.optional(z.enum(auditKinds)),
  /** A part of the e-mail address. */
  user: z.optional(z.string()),
  /** Days in UTC, both included, as YYYY-MM-DD. */
  from: z.optional(day),
  to: z.optional(day),
})
export type AuditQuery = z.output<typeof auditQuery>

/** Reads the query of the record. */
export function parseAuditQuery(search: unknown): Parsed<AuditQuery> {
  return parse(auditQuery, search)
}
