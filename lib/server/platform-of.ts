import 'server-only'
import { eq } from 'drizzle-orm'
import { unseal } from '@/lib/auth/seal'
import { database } from '@/lib/db/database'
import { platformAccess } from '@/lib/db/schema'
import { type Platform, platformFor } from '@/lib/platform/platform'
import { Refusal } from '@/lib/platform/refusal'
import type { SignedIn } from '@/lib/server/session'

/**
 * The platform, bound to the API user of the session's parent customer.
 * @throws Refusal AUTH_1003 where no access to the platform is configured for that customer
 */
export async function platformOf({ customer }: SignedIn, signal?: AbortSignal): Promise<Platform> {
  const db = await database()
  const [access] = await db.select().from(platformAccess).where(eq(platformAccess.customerId, customer.customerId))
  if (!access) throw new Refusal('AUTH_1003')
  const { username, sealedPassword } = access
  return platformFor({ username, password: unseal('platform-password', sealedPassword) }, signal)
}
