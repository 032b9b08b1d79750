import type { ModifyCustomer } from '@/lib/contract/modify-customer'
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
