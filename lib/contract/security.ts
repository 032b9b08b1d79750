import * as z from 'zod/mini'
import { enumeration, uuid } from './element'
import { mfaConfigurations, userRoles } from './enums'
import { type Parsed, parse } from './parse'

/** `GET /api/v2/security`, the console's own: the second factor of the signed-in user and what its customer's policy says of it. */
export const security = z.object({
  mfaConfiguration: z.enum(mfaConfigurations),
  enrolled: z.boolean(),
  /** Recovery codes that are not used yet; 0 where no factor is enrolled. */
  recoveryCodesLeft: z.number(),
})
export type Security = z.output<typeof security>

/** One session of the signed-in user: `GET /api/v2/session`. */
export const sessionItem = z.object({
  id: z.string(),
  isCurrent: z.boolean(),
  /** ISO 8601, UTC. */
  startedAt: z.string(),
  lastActiveAt: z.string(),
  address: z.nullable(z.string()),
  /** The browser and its system in short, such as "Firefox on Windows", as it calls itself. */
  device: z.nullable(z.string()),
})
export type SessionItem = z.output<typeof sessionItem>

/**
 * When this session ends if nobody does anything: `GET /api/v2/session/current`, and, after the user did something,
 * `POST /api/v2/session/activity` (which moves it). ISO 8601, UTC.
 */
export const sessionEnd = z.object({
  endsAt: z.string(),
  /** The server's clock: the browser's may be wrong. */
  now: z.string(),
  /** Whether activity can still move the end. */
  extendable: z.boolean(),
})
export type SessionEnd = z.output<typeof sessionEnd>

/** `POST /api/v2/customer/{id}/invitation`, the console's own: a contact with role SELFCARE is invited to set a password. */
export const invitation = z.strictObject({
  contactId: uuid,
  role: enumeration(userRoles),
})
export type Invitation = z.output<typeof invitation>

/** Reads the body of an invitation. */
export function parseInvitation(body: unknown): Parsed<Invitation> {
  return parse(invitation, body)
}

/** Who of a sub-customer's contacts may sign in: `GET /api/v2/customer/{id}/invitation`. */
export const invitedUser = z.object({
  contactId: z.string(),
  email: z.string(),
  role: z.enum(userRoles),
  /** `invited`: has not set a password yet. */
  state: z.enum(['invited', 'active', 'disabled']),
})
export type InvitedUser = z.output<typeof invitedUser>
