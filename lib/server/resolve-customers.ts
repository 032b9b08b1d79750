import 'server-only'
import { type ChildCustomer, maxPageSize } from '@/lib/contract/child-customers'
import type { ResolveCustomers, ResolvedCustomer } from '@/lib/contract/value-import'
import type { Platform } from '@/lib/platform/platform'
import type { Actor } from '@/lib/server/session'

/** Pages that are read at a time. */
const pagesAtOnce = 4

/**
 * Which of the parent's direct sub-customers have these ids or exact names, in the order of the question. White space around a name and the
 * way in which accents are composed do not count, case does.
 */
export async function resolveNames(
  session: Actor,
  platform: Platform,
  { customers }: ResolveCustomers,
): Promise<ResolvedCustomer[]> {
  const idsOf = new Map<string, Set<string>>()
  const note = (called: string, id: string) => idsOf.set(called, (idsOf.get(called) ?? new Set()).add(id))
  for (const { customerId, customerName } of await allChildren(session, platform)) {
    note(customerId.toLowerCase(), customerId)
    note(compared(customerName), customerId)
  }
  return customers.map((customer) => {
    const ids = idsOf.get(compared(customer)) ?? idsOf.get(customer.trim().toLowerCase()) ?? []
    return { customer, customerIds: [...ids] }
  })
}

function compared(name: string): string {
  return name.trim().normalize('NFC')
}

/** The names of the parent's direct sub-customers by id in lower case. */
export async function childNames(session: Actor, platform: Platform): Promise<Map<string, string>> {
  const children = await allChildren(session, platform)
  return new Map(children.map(({ customerId, customerName }) => [customerId.toLowerCase(), customerName]))
}

/** Every direct sub-customer; the platform gives a hundred at a time. */
async function allChildren({ customer }: Actor, platform: Platform): Promise<ChildCustomer[]> {
  const read = (page: number) =>
    platform.childCustomers(customer.customerId, { page, size: maxPageSize, sort: 'customerId,asc' })
  const first = await read(0)
  const children = [...first.content]
  for (let page = 1; page < first.pageable.totalPages; page += pagesAtOnce) {
    const pages = Array.from({ length: Math.min(pagesAtOnce, first.pageable.totalPages - page) }, (_, at) => page + at)
    for (const { content } of await Promise.all(pages.map(read))) children.push(...content)
  }
  return children
}
