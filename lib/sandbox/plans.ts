import { asc, count, eq } from 'drizzle-orm'
import type { PlansQuery } from '@/lib/contract/plan'
import type { Database } from './db/open-database'
import { plan } from './db/schema'

/** One page of the plans that a customer sells, by name, and how many there are on all pages. */
export async function plansOf(db: Database, ownerId: string, { page, size }: PlansQuery) {
  const where = eq(plan.ownerId, ownerId)
  const content = await db
    .select({ planId: plan.id, planName: plan.name })
    .from(plan)
    .where(where)
    .orderBy(asc(plan.name), asc(plan.id))
    .limit(size)
    .offset(page * size)
  const [counted] = await db.select({ total: count() }).from(plan).where(where)
  return { content, total: counted?.total ?? 0 }
}
