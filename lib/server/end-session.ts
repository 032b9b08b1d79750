import 'server-only'
import { and, eq, ne } from 'drizzle-orm'
import { database } from '@/lib/db/database'
import { session } from '@/lib/db/schema'

/**
 * Ends one session, at once and in every process.
 * @param userId whose it must be
 * @returns whether there was one
 */
export async function endSession(userId: string, sessionId: string): Promise<boolean> {
  const db = await database()
  const mine = and(eq(session.userId, userId), eq(session.id, sessionId))
  return (await db.delete(session).where(mine).returning({ id: session.id })).length > 0
}

/** Ends all sessions of a user but one. Returns how many there were. */
export async function endOtherSessions(userId: string, keptSessionId: string | undefined): Promise<number> {
  const db = await database()
  const others = and(eq(session.userId, userId), keptSessionId ? ne(session.id, keptSessionId) : undefined)
  return (await db.delete(session).where(others).returning({ id: session.id })).length
}
