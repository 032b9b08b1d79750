import { asc, count, eq } from 'drizzle-orm'
import type { Database } from './db/open-database'
import { subscriber } from './db/schema'

/** One page of a customer's SIMs by ICCID, and how many it has. */
export async function subscribersOf(db: Database, customerId: string, { page, size }: { page: number; size: number }) {
  const where = eq(subscriber.customerId, customerId)
  const content = await db
    .select({
      subscriberId: subscriber.id,
      status: subscriber.status,
      iccid: subscriber.iccid,
      imsi: subscriber.imsi,
      msisdn: subscriber.msisdn,
      imei: subscriber.imei,
    })
    .from(subscriber)
    .where(where)
    .orderBy(asc(subscriber.iccid))
    .limit(size)
    .offset(page * size)
  const [counted] = await db.select({ total: count() }).from(subscriber).where(where)
  return { content, total: counted?.total ?? 0 }
}
