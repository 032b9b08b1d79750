import 'server-only'
import { eq } from 'drizzle-orm'
import type { ConsoleUser } from '@/lib/auth/ports'
import { database } from '@/lib/db/database'
import { user } from '@/lib/db/schema'

/** The console user of an e-mail address (lower case). */
export async function findUserByEmail(email: string): Promise<ConsoleUser | undefined> {
  const db = await database()
  const [found] = await db.select().from(user).where(eq(user.email, email))
  return found
}
