import type { Database } from '@/lib/sandbox/db/open-database'
import {
  customer,
  externalParamDefinition,
  externalParamValue,
  publicApiUser,
  subscriber,
} from '@/lib/sandbox/db/schema'
import { hashPassword } from '@/lib/sandbox/password'
import { demoData } from './demo-data'

/** Password of every Public API user of the demo; it stands in the README. */
const demoPassword = 'Sandbox-api-1'

/** Rows that one statement inserts; a statement takes 65,535 parameters at most. */
const rowsAtOnce = 500

/** Fills a database that has no customer. In one transaction: a process that is killed on the way leaves it as empty as it was. */
export async function insertDemoData(db: Database): Promise<void> {
  const present = await db.select({ id: customer.id }).from(customer).limit(1)
  if (present.length > 0) return
  const data = demoData()
  const users = await Promise.all(
    data.publicApiUsers.map(async (user) => ({ ...user, passwordHash: await hashPassword(demoPassword) })),
  )
  await db.transaction(async (tx) => {
    await tx.insert(customer).values(data.customers)
    await tx.insert(publicApiUser).values(users)
    await tx.insert(externalParamDefinition).values(data.definitions)
    await tx.insert(externalParamValue).values(data.values)
    for (let start = 0; start < data.subscribers.length; start += rowsAtOnce) {
      await tx.insert(subscriber).values(data.subscribers.slice(start, start + rowsAtOnce))
    }
  })
}
