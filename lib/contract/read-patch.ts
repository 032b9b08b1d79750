import { conditionalRulesAfterMerge, type MergedCustomer } from './conditional-rules'
import { isJsonObject } from './json-object'
import { type ModifyCustomer, parseModifyCustomer } from './modify-customer'
import { elementOf, type Parsed, type Rule } from './parse'
import type { Problem } from './problem'

/**
 * Reads the body of a modify of one customer: the contract's rules, ids that must be this customer's, and the conditional rules for what it
 * would be afterwards.
 * @param customer the customer as it stands
 * @returns the patch, ids in lower case, or every fault of the body at once
 */
export function readPatch(customer: MergedCustomer, body: unknown): Parsed<ModifyCustomer> {
  return readPatchAlone(
    body,
    (plain) => unknownIds(customer, plain),
    (plain) => brokenRulesAfterMerge(customer, plain),
  )
}

/** Reads the body of a modify as far as that goes without knowing the customer. What it gives is what `readPatch` gives where that finds no more. */
export function readPatchAlone(body: unknown, ...rules: Rule[]): Parsed<ModifyCustomer> {
  return parseModifyCustomer(withLowerCaseIds(body), ...rules)
}

/**
 * Ids in a patch that are not ids of the customer's own contacts and addresses. Looks at the body as sent, of any shape, so that a wrong id
 * is named beside every other fault.
 */
export function unknownIds(customer: MergedCustomer, body: unknown): Problem[] {
  const address = elementOf(body, 'address')
  return [
    ...unknownId(['contact'], elementOf(body, 'contact'), customer.contact),
    ...(Array.isArray(address) ? address : []).flatMap((entry, index) =>
      unknownId(['address', index], entry, customer.address),
    ),
  ]
}

function unknownId(path: (string | number)[], part: unknown, entries: MergedCustomer['contact'] = []): Problem[] {
  const id = elementOf(part, 'id')
  if (typeof id !== 'string' || id === '' || entries.some((entry) => entry.id.toLowerCase() === id.toLowerCase()))
    return []
  return [{ path: [...path, 'id'], code: 'unknownId' }]
}

/** Conditional rules on the customer as a body would leave it. The body may be of any shape: what is not an object changes nothing. */
export function brokenRulesAfterMerge(customer: MergedCustomer, body: unknown): Problem[] {
  const contact = elementOf(body, 'contact')
  const address = elementOf(body, 'address')
  const over = <T extends object>(entry: T, part: unknown): T => (isJsonObject(part) ? { ...entry, ...part } : entry)
  return conditionalRulesAfterMerge(body, {
    contact: customer.contact?.map((entry) =>
      hasId(contact, entry.id) ? { ...over(entry, contact), id: entry.id } : entry,
    ),
    address: customer.address?.map((entry) => {
      const part = Array.isArray(address) ? address.find((sent) => hasId(sent, entry.id)) : undefined
      return { ...over(entry, part), id: entry.id }
    }),
    invoiceConfiguration: over(customer.invoiceConfiguration ?? {}, elementOf(body, 'invoiceConfiguration')),
  })
}

function hasId(part: unknown, id: string): boolean {
  const sent = elementOf(part, 'id')
  return typeof sent === 'string' && sent.toLowerCase() === id.toLowerCase()
}

/** A UUID is read in any case (RFC 9562, 4). Lower case before anything compares it; a body of a wrong shape stays as it is. */
function withLowerCaseIds(body: unknown): unknown {
  if (!isJsonObject(body)) return body
  const { contact, address } = body
  return {
    ...body,
    ...(isJsonObject(contact) && {
      contact: isJsonObject(contact.contact) ? { ...contact, contact: lower(contact.contact) } : lower(contact),
    }),
    ...(Array.isArray(address) && { address: address.map(lower) }),
  }
}

function lower(part: unknown): unknown {
  return isJsonObject(part) && typeof part.id === 'string' ? { ...part, id: part.id.toLowerCase() } : part
}
