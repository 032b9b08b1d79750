import 'server-only'
import { randomBytes, randomUUID } from 'node:crypto'
import { database } from '@/lib/db/database'
import { verification } from '@/lib/db/schema'

/** How long a link to set a password is good, in seconds. */
export const resetLinkSeconds = 30 * 60

/**
 * Makes the token of a link to set a password, in the form that the auth library gives its own, so that its call takes this one: once, and
 * for half an hour.
 */
export async function makeResetToken(userId: string): Promise<string> {
  const token = randomBytes(24).toString('base64url')
  const db = await database()
  await db.insert(verification).values({
    id: randomUUID(),
    identifier: `reset-password:${token}`,
    value: userId,
    expiresAt: new Date(Date.now() + resetLinkSeconds * 1000),
  })
  return token
}
