import type { CustomerDetails } from './customer-details'
import type { ModifyCustomer } from './modify-customer'
import type { ProblemPath } from './problem'

/** A value of an element as it can be compared: "" is NULL. */
export type ElementValue = string | number | boolean | unknown[]

/** One element that a patch writes. */
export type PatchedElement = {
  /** Path in the patch as sent. */
  path: ProblemPath
  /** Id of the contact or the address that holds the element. */
  entryId?: string
  /** Position of that address among the customer's, from 0. */
  position?: number
  /** What the patch sets. */
  value: ElementValue
  /** What stands. */
  present: ElementValue
}

/** Elements that a patch replaces whole, whatever changed inside. */
const wholes: readonly string[] = ['identity', 'campaign', 'customFields']

/**
 * Every element that a patch writes, beside what stands there now, by path. Ids say where and are no elements; `contact.role` is one also where
 * it was only sent because the call demands it: it is written all the same.
 * @param customer the customer as it stands; entries that it does not have are left out
 */
export function patchedElements(customer: CustomerDetails, patch: ModifyCustomer): PatchedElement[] {
  const { contact, address = [], invoiceConfiguration, ...profile } = patch
  const found = elementsOf([], profile, customer)
  const contactNow = customer.contact?.find(({ id }) => isSameId(id, contact?.id))
  if (contact && contactNow) {
    found.push(
      ...elementsOf(['contact'], contact, contactNow).map((element) => ({ ...element, entryId: contactNow.id })),
    )
  }
  for (const [index, entry] of address.entries()) {
    const position = customer.address?.findIndex(({ id }) => isSameId(id, entry.id)) ?? -1
    const addressNow = customer.address?.[position]
    if (!addressNow) continue
    const elements = elementsOf(['address', index], entry, addressNow)
    found.push(...elements.map((element) => ({ ...element, entryId: addressNow.id, position })))
  }
  if (invoiceConfiguration) {
    found.push(...elementsOf(['invoiceConfiguration'], invoiceConfiguration, customer.invoiceConfiguration ?? {}))
  }
  return found.sort((a, b) => compare(a.path.join('.'), b.path.join('.')))
}

function elementsOf(at: ProblemPath, part: object, now: object): PatchedElement[] {
  const standing = new Map<string, unknown>(Object.entries(now))
  return Object.entries(part)
    .filter(([name, value]) => name !== 'id' && value !== undefined)
    .map(([name, value]) => ({
      path: [...at, name],
      value: comparable(name, value),
      present: comparable(name, standing.get(name)),
    }))
}

/** NULL, absent and "" are one; entries of a whole have their elements in one order and none that is empty. */
function comparable(name: string, value: unknown): ElementValue {
  if (wholes.includes(name)) return (Array.isArray(value) ? value : []).map(withoutEmpty)
  return (value ?? '') as ElementValue
}

function withoutEmpty(entry: unknown): unknown {
  if (entry === null || typeof entry !== 'object') return entry
  const given = Object.entries(entry).filter(([, value]) => value !== undefined && value !== null && value !== '')
  return Object.fromEntries(given.sort(([a], [b]) => compare(a, b)))
}

/** Whether two values of an element are the same. */
export function isSameValue(a: ElementValue, b: ElementValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/**
 * What names an element of a customer whatever its place in a body: `address.<id>.city`. Two patches collide where they share one.
 */
export function elementKey({ path, entryId }: Pick<PatchedElement, 'path' | 'entryId'>): string {
  const [part, ...rest] = path.filter((segment) => typeof segment === 'string')
  return [part, ...(entryId ? [entryId.toLowerCase()] : []), ...rest].join('.')
}

/** The request header in which the console's pages say what the user saw of the elements that the patch writes. */
export const seenHeader = 'selfcare-seen'

const digestLength = 7

/** Digests of what stands at the elements of a patch, in their order: what the user saw, in the size that a header can have. */
export function seenDigests(elements: readonly PatchedElement[]): string {
  return elements.map(({ present }) => digestOf(present)).join('')
}

/**
 * The elements that no longer stand as the user saw them.
 * @param seen the header's value
 * @returns undefined where it cannot be of this patch
 */
export function changedSince(elements: readonly PatchedElement[], seen: string): PatchedElement[] | undefined {
  if (!/^[0-9a-z]*$/.test(seen) || seen.length !== elements.length * digestLength) return undefined
  return elements.filter(
    ({ present, value }, index) =>
      seen.slice(index * digestLength, (index + 1) * digestLength) !== digestOf(present) &&
      !isSameValue(present, value),
  )
}

/** FNV-1a of 32 bits: it tells a change from none by accident, not by attack; who deceives it deceives himself alone. */
function digestOf(value: ElementValue): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(JSON.stringify(value))) hash = Math.imul(hash ^ byte, 0x01000193)
  return (hash >>> 0).toString(36).padStart(digestLength, '0')
}

function isSameId(a: string, b: string | undefined): boolean {
  return a.toLowerCase() === b?.toLowerCase()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
