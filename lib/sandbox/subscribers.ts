import { and, asc, count, eq, type SQL, sql } from 'drizzle-orm'
import { parseSubscribersQuery, type SubscribersQuery } from '@/lib/contract/subscriber'
import { Refused } from './answer'
import type { Database } from './db/open-database'
import { subscriber } from './db/schema'
import { readCondition, type Searchable } from './rsql-condition'

type ListQuery = SubscribersQuery & { condition?: SQL }

/** A SIM without an IMEI is treated as one whose IMEI is empty, so `!=` finds it. */
const searchable: Searchable = new Map([
  ['iccid', (matches) => matches(sql`${subscriber.iccid}`)],
  ['imsi', (matches) => matches(sql`${subscriber.imsi}`)],
  ['msisdn', (matches) => matches(sql`${subscriber.msisdn}`)],
  ['imei', (matches) => matches(sql`coalesce(${subscriber.imei}, '')`)],
])

/**
 * Reads the query string of the list, its RSQL expression too.
 * @throws Refused with every fault of both
 */
export function readSubscribersQuery(search: Record<string, string | string[]>): ListQuery {
  const parsed = parseSubscribersQuery(search)
  const searched = readCondition(search.query, searchable)
  const problems = [...(parsed.ok ? [] : parsed.problems), ...searched.problems]
  if (!parsed.ok || problems.length > 0) throw new Refused('GLOBAL_1002', problems)
  return { ...parsed.value, condition: searched.condition }
}

/** One page of a customer's SIMs by ICCID, and how many there are on all pages. */
export async function subscribersOf(db: Database, customerId: string, { page, size, condition }: ListQuery) {
  const where = and(eq(subscriber.customerId, customerId), condition)
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
