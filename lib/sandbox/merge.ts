import { conditionalRulesAfterMerge } from '@/lib/contract/conditional-rules'
import type { ModifyCustomer } from '@/lib/contract/modify-customer'
import { elementOf } from '@/lib/contract/parse'
import type { Problem } from '@/lib/contract/problem'
import type { Customer, Identity } from './customer'

/**
 * What "Modify Customer Details" does to a customer. Objects merge element by element, address entries by their id; identity, campaign and
 * customFields are replaced whole; "" sets an element to NULL. Pure: the customer given stays as it is.
 * @param patch a parsed patch whose ids are those of the customer (`unknownIds` says so)
 */
export function merge(customer: Customer, patch: ModifyCustomer): Customer {
  const { contact, address, invoiceConfiguration, campaign, customFields, ...plain } = patch
  return {
    ...withPatch(customer, plain),
    contact: customer.contact.map((entry) => (entry.id === contact?.id ? withContact(entry, contact) : entry)),
    address: customer.address.map((entry) => {
      const changes = address?.find(({ id }) => id === entry.id)
      return changes ? withPatch(entry, changes) : entry
    }),
    invoiceConfiguration: withPatch(customer.invoiceConfiguration, invoiceConfiguration ?? {}),
    campaign: campaign === undefined ? customer.campaign : campaign === '' ? [] : campaign,
    customFields:
      customFields === undefined
        ? customer.customFields
        : (customFields || []).map(({ keyName, keyValue }) => ({ keyName, keyValue: keyValue || null })),
  }
}

function withContact(entry: Customer['contact'][number], changes: NonNullable<ModifyCustomer['contact']>) {
  const { identity, ...plain } = changes
  const merged = withPatch(entry, plain)
  return identity ? { ...merged, identity: identity.map(storedIdentity) } : merged
}

function storedIdentity({ idType, idNumber }: { idType?: string; idNumber?: string }): Identity {
  return { idType: (idType || null) as Identity['idType'], idNumber: idNumber || null }
}

/** The elements of `changes` over those of `before`: absent is untouched, "" is NULL. The contract's schema has seen to the types. */
function withPatch<T extends object>(before: T, changes: object): T {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  return { ...before, ...Object.fromEntries(given.map(([name, value]) => [name, value === '' ? null : value])) }
}

/**
 * Ids in a patch that are not ids of the customer's own contacts and addresses. Looks at the body as sent, of any shape, so that a wrong id
 * is named beside every other fault.
 */
export function unknownIds(customer: Customer, body: unknown): Problem[] {
  const address = elementOf(body, 'address')
  return [
    ...unknownId(['contact'], elementOf(body, 'contact'), customer.contact),
    ...(Array.isArray(address) ? address : []).flatMap((entry, index) =>
      unknownId(['address', index], entry, customer.address),
    ),
  ]
}

function unknownId(path: (string | number)[], part: unknown, entries: { id: string }[]): Problem[] {
  const id = elementOf(part, 'id')
  if (typeof id !== 'string' || id === '' || entries.some((entry) => entry.id === id.toLowerCase())) return []
  return [{ path: [...path, 'id'], code: 'unknownId' }]
}

/** Conditional rules on the customer as a body would leave it. The body may be of any shape: what is not an object changes nothing. */
export function brokenRulesAfterMerge(customer: Customer, body: unknown): Problem[] {
  const contact = elementOf(body, 'contact')
  const address = elementOf(body, 'address')
  const over = <T extends object>(entry: T, part: unknown): T =>
    part !== null && typeof part === 'object' ? { ...entry, ...part } : entry
  return conditionalRulesAfterMerge(body, {
    contact: customer.contact.map((entry) =>
      hasId(contact, entry.id) ? { ...over(entry, contact), id: entry.id } : entry,
    ),
    address: customer.address.map((entry) => {
      const part = Array.isArray(address) ? address.find((sent) => hasId(sent, entry.id)) : undefined
      return { ...over(entry, part), id: entry.id }
    }),
    invoiceConfiguration: over(customer.invoiceConfiguration, elementOf(body, 'invoiceConfiguration')),
  })
}

function hasId(part: unknown, id: string): boolean {
  const sent = elementOf(part, 'id')
  return typeof sent === 'string' && sent.toLowerCase() === id
}
