import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { and, eq } from 'drizzle-orm'
import { seal } from '@/lib/auth/seal'
import { closeDatabase, type Database, database } from '@/lib/db/database'
import { account, platformAccess, user } from '@/lib/db/schema'
import { type DemoParent, demoApiPassword, demoParents, demoPassword } from '@/lib/launch/demo-accounts'
import { tokenOf } from '@/lib/platform/token'

/**
 * Puts the demo's parents and users into the console's database, where they are missing. Which customer an API user stands for is the
 * sandbox's to say. Leaves the database closed: the console opens it next.
 */
export async function seedDemo(): Promise<void> {
  const db = await database()
  try {
    for (const parent of demoParents) await seedParent(db, parent)
  } finally {
    await closeDatabase()
  }
}

async function seedParent(db: Database, { customerName, apiUser, users }: DemoParent): Promise<void> {
  const { customerId } = await tokenOf({ username: apiUser, password: demoApiPassword })
  if (!customerId) throw new Error(`the sandbox does not say which customer ${apiUser} stands for`)
  // Sealed afresh each time: the secret may be another one than at the last start.
  const access = { username: apiUser, sealedPassword: seal('platform-password', demoApiPassword) }
  await db
    .insert(platformAccess)
    .values({ customerId, customerName, ...access })
    .onConflictDoUpdate({ target: platformAccess.customerId, set: access })
  for (const { email, name, role } of users) {
    const values = { id: randomUUID(), email, name, role, customerId, emailVerified: true }
    await db.insert(user).values(values).onConflictDoNothing()
    await seedPassword(db, email)
  }
}

async function seedPassword(db: Database, email: string): Promise<void> {
  const [owner] = await db.select({ id: user.id }).from(user).where(eq(user.email, email))
  if (!owner) throw new Error(`the user ${email} was not stored`)
  const credential = and(eq(account.userId, owner.id), eq(account.providerId, 'credential'))
  const [existing] = await db.select({ id: account.id }).from(account).where(credential)
  if (existing) return
  const password = await hashPassword(demoPassword)
  await db
    .insert(account)
    .values({ id: randomUUID(), accountId: owner.id, providerId: 'credential', userId: owner.id, password })
}
