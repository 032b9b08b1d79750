import 'server-only'
import { eq } from 'drizzle-orm'
import type { ConsoleUser } from '@/lib/auth/ports'
import { unseal } from '@/lib/auth/seal'
import { database } from '@/lib/db/database'
import { platformAccess } from '@/lib/db/schema'
import { type Platform, platformFor } from '@/lib/platform/platform'
import { Refusal } from '@/lib/platform/refusal'

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
  return (signal) => platformFor({ username, password: opened(sealedPassword) }, signal)
}

function opened(sealedPassword: string): string {
  try {
    return unseal('platform-password', sealedPassword)
  } catch (cause) {
    const why = new Error('the stored password of the API user cannot be opened: AUTH_SECRET is another one', { cause })
    throw new Refusal('GLOBAL_1001', { cause: why })
  }
}
