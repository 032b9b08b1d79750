import { type ModifyCustomer, parseModifyCustomer } from '@/lib/contract/modify-customer'
import type { Parsed } from '@/lib/contract/parse'
import type { Customer } from './customer'
import { brokenRulesAfterMerge, unknownIds } from './merge'

/**
 * Reads the body of a modify of one customer: the contract's rules, ids that must be this customer's, and the conditional rules for what it
 * would be afterwards.
 * @returns the patch, ids in lower case, or every fault of the body at once
 */
export function readPatch(customer: Customer, body: unknown): Parsed<ModifyCustomer> {
  return parseModifyCustomer(
    withLowerCaseIds(body),
    (plain) => unknownIds(customer, plain),
    (plain) => brokenRulesAfterMerge(customer, plain),
  )
}

/** A UUID is read in any case (RFC 9562, 4). Lower case before anything compares it; a body of a wrong shape stays as it is. */
function withLowerCaseIds(body: unknown): unknown {
  if (!isObject(body)) return body
  const { contact, address } = body
  return {
    ...body,
    ...(isObject(contact) && {
      contact: isObject(contact.contact) ? { ...contact, contact: lower(contact.contact) } : lower(contact),
    }),
    ...(Array.isArray(address) && { address: address.map(lower) }),
  }
}

function lower(part: unknown): unknown {
  return isObject(part) && typeof part.id === 'string' ? { ...part, id: part.id.toLowerCase() } : part
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
