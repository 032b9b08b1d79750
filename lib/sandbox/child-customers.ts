import { and, asc, count, desc, eq, exists, isNull, type SQL, sql } from 'drizzle-orm'
import {
  type ChildCustomersQuery,
  externalParamSelector,
  parseChildCustomersQuery,
} from '@/lib/contract/child-customers'
import { Refused } from './answer'
import type { Database } from './db/open-database'
import { customer, externalParamValue } from './db/schema'
import { definitionsFor } from './external-params'
import { readCondition, type Searchable } from './rsql-condition'

type ListQuery = ChildCustomersQuery & { condition?: SQL }

/**
 * Reads the query string of the list, its RSQL expression too.
 * @throws Refused with every fault of both
 */
export async function readChildCustomersQuery(
  db: Database,
  requesterId: string,
  search: Record<string, string | string[]>,
): Promise<ListQuery> {
  const parsed = parseChildCustomersQuery(search)
  const searched = readCondition(search.query, await searchableOf(db, requesterId))
  const problems = [...(parsed.ok ? [] : parsed.problems), ...searched.problems]
  if (!parsed.ok || problems.length > 0) throw new Refused('GLOBAL_1002', problems)
  return { ...parsed.value, condition: searched.condition }
}

/** What a search over sub-customers may compare: their name, their id, and what the requester made searchable. */
async function searchableOf(db: Database, requesterId: string): Promise<Searchable> {
  const definitions = await definitionsFor(db, requesterId, 'customer')
  const { entityId, definitionId, valueFolded, isActive, deletedAt } = externalParamValue
  return new Map([
    // A customer without a name is treated as one whose name is empty.
    ['customerName', (matches) => matches(sql`${customer.nameFolded}`)],
    ['customerId', (matches) => matches(sql`${customer.id}::text`)],
    ...definitions
      .filter(({ isSearchable }) => isSearchable)
      .map(({ id, name }): [string, (matches: (text: SQL) => SQL) => SQL] => [
        externalParamSelector(name),
        (matches) =>
          exists(
            db
              .select({ found: sql`1` })
              .from(externalParamValue)
              .where(
                and(
                  eq(entityId, customer.id),
                  eq(definitionId, id),
                  eq(isActive, true),
                  isNull(deletedAt),
                  matches(sql`${valueFolded}`),
                ),
              ),
          ),
      ]),
  ])
}

/** One page of a customer's direct sub-customers, and how many there are on all pages. */
export async function childCustomers(db: Database, parentId: string, { page, size, sort, condition }: ListQuery) {
  const where = and(eq(customer.parentId, parentId), condition)
  const [selector = '', direction] = sort.toLowerCase().split(',')
  const ordered = direction === 'desc' ? desc : asc
  // The id makes the order total: no customer is on two pages, or on none, because another has its name.
  const order =
    selector === 'customerid' ? [ordered(customer.id)] : [ordered(customer.nameSorted), ordered(customer.id)]
  const content = await db
    .select({ customerId: customer.id, customerName: customer.name })
    .from(customer)
    .where(where)
    .orderBy(...order)
    .limit(size)
    .offset(page * size)
  const [counted] = await db.select({ total: count() }).from(customer).where(where)
  return { content, total: counted?.total ?? 0 }
}
