import { and, asc, count, desc, eq, type SQL } from 'drizzle-orm'
import { type ChildCustomersQuery, parseChildCustomersQuery } from '@/lib/contract/child-customers'
import type { Problem } from '@/lib/contract/problem'
import { Refused } from './answer'
import type { Database } from './db/open-database'
import { customer } from './db/schema'
import { parseRsql, RsqlError } from './rsql'
import { conditionOf, selectors } from './rsql-condition'

type ListQuery = ChildCustomersQuery & { condition?: SQL }

/**
 * Reads the query string of the list, its RSQL expression too.
 * @throws Refused with every fault of both
 */
export function readChildCustomersQuery(search: Record<string, string | string[]>): ListQuery {
  const parsed = parseChildCustomersQuery(search)
  const searched = readExpression(search.query)
  const problems = [...(parsed.ok ? [] : parsed.problems), ...searched.problems]
  if (!parsed.ok || problems.length > 0) throw new Refused('GLOBAL_1002', problems)
  return { ...parsed.value, condition: searched.condition }
}

function readExpression(query: unknown): { condition?: SQL; problems: Problem[] } {
  // An empty field of a form is no search. What is no text at all is the schema's to name.
  if (typeof query !== 'string' || query === '') return { problems: [] }
  try {
    return { condition: conditionOf(parseRsql(query, selectors)), problems: [] }
  } catch (error) {
    if (!(error instanceof RsqlError)) throw error
    const params = { selectors: selectors.join(', '), reason: error.message }
    return { problems: [{ path: ['query'], code: 'queryFormat', params }] }
  }
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
