import 'server-only'
import { and, eq, isNull } from 'drizzle-orm'
import { database } from '@/lib/db/database'
import { user } from '@/lib/db/schema'

/** Remembers that a user wants no second factor for now. Returns whether that is news. */
export async function declineFactor(userId: string): Promise<boolean> {
  const db = await database()
  const undecided = and(eq(user.id, userId), isNull(user.factorDeclinedAt))
  const declined = await db
    .update(user)
    .set({ factorDeclinedAt: new Date() })
    .where(undecided)
    .returning({ id: user.id })
  return declined.length > 0
}
