import type { Database } from '@/lib/sandbox/db/open-database'
import {
  customer,
  externalParamDefinition,
  externalParamValue,
  plan,
  publicApiUser,
  subscriber,
} from '@/lib/sandbox/db/schema'
import { hashPassword } from '@/lib/sandbox/password'
import { demoData } from './demo-data'

/** Password of every Public API user of the demo; it stands in the README. */
const demoPassword = 'Sandbox-api-1'

/** Rows that one statement inserts; a statement takes 65,535 parameters at most. */
const rowsAtOnce = 500

/**
 * Fills a database that has no customer, and gives one of a version without plans the demo's plans. In one transaction: a process that is
 * killed on the way leaves it as it was.
 */
export async function insertDemoData(db: Database): Promise<void> {
  if (await isEmpty(db, customer)) {
    const data = demoData()
    const users = await Promise.all(
      data.publicApiUsers.map(async (user) => ({ ...user, passwordHash: await hashPassword(demoPassword) })),
    )
    await db.transaction(async (tx) => {
      await tx.insert(customer).values(data.customers)
      await tx.insert(publicApiUser).values(users)
      await tx.insert(externalParamDefinition).values(data.definitions)
      await tx.insert(externalParamValue).values(data.values)
      await tx.insert(plan).values(data.plans)
      for (let start = 0; start < data.subscribers.length; start += rowsAtOnce) {
        await tx.insert(subscriber).values(data.subscribers.slice(start, start + rowsAtOnce))
      }
    })
  } else if (await isEmpty(db, plan)) {
    const data = demoData()
    // No version without plans could delete a definition, so those of the values are there.
    const planIds = new Set(data.plans.map(({ id }) => id))
    await db.transaction(async (tx) => {
      await tx.insert(plan).values(data.plans)
      await tx.insert(externalParamValue).values(data.values.filter(({ entityId }) => planIds.has(entityId)))
    })
  }
}

async function isEmpty(db: Database, table: typeof customer | typeof plan): Promise<boolean> {
  return (await db.select({ id: table.id }).from(table).limit(1)).length === 0
}
