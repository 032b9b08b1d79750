import 'server-only'
import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { database } from '@/lib/db/database'
import { knownDevice } from '@/lib/db/schema'

/**
 * Remembers that a user has signed in on a device.
 * @returns whether it is a new one beside others (the very first is no news to anybody)
 */
export async function meetDevice(userId: string, deviceId: string): Promise<boolean> {
  const db = await database()
  const earlier = await db.select().from(knownDevice).where(eq(knownDevice.userId, userId)).limit(1)
  const deviceHash = createHash('sha256').update(deviceId).digest('base64url')
  const added = await db.insert(knownDevice).values({ userId, deviceHash }).onConflictDoNothing().returning()
  return added.length > 0 && earlier.length > 0
}
