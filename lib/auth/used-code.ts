import 'server-only'
import { createHash } from 'node:crypto'
import { and, eq, lt } from 'drizzle-orm'
import { database } from '@/lib/db/database'
import { usedCode } from '@/lib/db/schema'

/** A code is good in its own half minute and in the one before and after; longer than that nobody need remember it. */
const windowMs = 2 * 60_000

/**
 * Takes a time-based code for one try. RFC 6238, section 5.2: a code is accepted once.
 * @returns false when it was tried already within its window
 */
export async function takeCode(userId: string, code: string, now = new Date()): Promise<boolean> {
  const db = await database()
  const expired = lt(usedCode.usedAt, new Date(now.getTime() - windowMs))
  await db.delete(usedCode).where(and(eq(usedCode.userId, userId), expired))
  const codeHash = createHash('sha256').update(`${userId} ${code}`).digest('base64url')
  const taken = await db.insert(usedCode).values({ userId, codeHash, usedAt: now }).onConflictDoNothing().returning()
  return taken.length > 0
}
