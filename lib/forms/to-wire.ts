import { createDefaults } from '@/lib/contract/enums'
import type { CreateCustomerDraft } from './create-customer-draft'
import { isoOrder, readDate } from './date-text'
import { readNumber } from './number-text'
import { readPhoneNumber } from './phone-text'

/** What becomes of a text on its way to the wire, by element. Every other text goes as it was typed. */
const readers: Readonly<Record<string, (text: string) => string | number>> = {
  birthdate: (text) => readDate(text, isoOrder),
  landlinePhoneNumber: readPhoneNumber,
  mobilePhoneNumber: readPhoneNumber,
  additionalPhoneNumber: readPhoneNumber,
  emailAddress: (text) => text.trim(),
  deviceCost: readNumber,
  paymentDueAfterInvoiceIssued: readNumber,
  vat: readNumber,
}

/**
 * A draft as the wire has it. List entries are never dropped, so that an index in a fault's path is the index on the form.
 * @param empty what becomes of an empty text: on create it is not given, on modify it empties the element
 */
export function toWire(draft: unknown, empty: 'dropped' | 'kept', element = ''): unknown {
  if (typeof draft === 'string') {
    const read = readers[element]
    return read && draft !== '' ? read(draft) : draft
  }
  if (Array.isArray(draft)) return draft.map((entry) => toWire(entry, empty, element))
  if (draft === null || typeof draft !== 'object') return draft
  const given = Object.entries(draft).flatMap(([name, value]) => {
    const wire = toWire(value, empty, name)
    return wire === undefined || (wire === '' && empty === 'dropped') ? [] : [[name, wire]]
  })
  return Object.fromEntries(given)
}

/**
 * The body of "Create Customer". A contact is given as soon as anything in it differs from what the form preselects, an invoice
 * configuration as soon as it holds anything, an entry of a list as soon as it was added.
 */
export function toCreateCustomer(draft: CreateCustomerDraft): unknown {
  const { contact, address, invoiceConfiguration, customFields, ...profile } = draft
  const invoice = toWire(invoiceConfiguration, 'dropped') as object
  return {
    ...(toWire(profile, 'dropped') as object),
    ...(isContactGiven(contact) && { contact: toWire(contact, 'dropped') }),
    ...(address.length > 0 && { address: toWire(address, 'dropped') }),
    ...(Object.keys(invoice).length > 0 && { invoiceConfiguration: invoice }),
    ...(customFields.length > 0 && { customFields: toWire(customFields, 'dropped') }),
  }
}

function isContactGiven({ identity, ...rest }: CreateCustomerDraft['contact']): boolean {
  const defaults: Readonly<Record<string, unknown>> = createDefaults.contact
  const given = toWire(rest, 'dropped') as object
  return identity.length > 0 || Object.entries(given).some(([name, value]) => value !== defaults[name])
}
