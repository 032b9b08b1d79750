import 'server-only'
import { eq } from 'drizzle-orm'
import type { ConsoleUser } from '@/lib/auth/ports'
import { unseal } from '@/lib/auth/seal'
import { database } from '@/lib/db/database'
import { platformAccess } from '@/lib/db/schema'
import { type Platform, platformFor } from '@/lib/platform/platform'

/**
 * How far a user reaches on the platform: `own` where access is configured for its customer, `profile` where its own profile can be read by
 * the access of the parent that invited it, and nothing more.
 */
export type Reach = { kind: 'own' | 'profile'; customerId: string; platform: (signal?: AbortSignal) => Platform }

/** The reach of a user, or undefined where neither its customer nor its parent has access configured. */
export async function reachOf(user: Pick<ConsoleUser, 'customerId' | 'parentCustomerId'>): Promise<Reach | undefined> {
  const { customerId, parentCustomerId } = user
  const own = await accessOf(customerId)
  if (own) return { kind: 'own', customerId, platform: own }
  const parent = parentCustomerId ? await accessOf(parentCustomerId) : undefined
  return parent && { kind: 'profile', customerId, platform: parent }
}

async function accessOf(customerId: string): Promise<Reach['platform'] | undefined> {
  const db = await database()
  const [access] = await db.select().from(platformAccess).where(eq(platformAccess.customerId, customerId))
  if (!access) return undefined
  const { username, sealedPassword } = access
  return (signal) => platformFor({ username, password: unseal('platform-password', sealedPassword) }, signal)
}
