import { isJsonObject } from '@/lib/contract/json-object'
import { elementOf } from '@/lib/contract/parse'
import type { ProblemPath } from '@/lib/contract/problem'
import type { EditCustomerDraft, EditedCustomer } from './edit-customer-draft'
import { fieldName } from './field-name'

type EditedContact = EditedCustomer['contact']
type EditedAddress = EditedCustomer['address'][number]
type EditedInvoice = EditedCustomer['invoiceConfiguration']

/** Body of "Modify Customer Details" as a form makes it, before the schema has read it: the elements that change, "" for NULL. */
export type CustomerPatch = Partial<Omit<EditedCustomer, 'contact' | 'address' | 'invoiceConfiguration'>> & {
  contact?: Pick<EditedContact, 'id' | 'role'> & Partial<EditedContact>
  address?: (Pick<EditedAddress, 'id'> & Partial<EditedAddress>)[]
  invoiceConfiguration?: Partial<EditedInvoice>
}

/** What an element of a customer may hold; the lists are those that are replaced whole. */
export type ElementValue =
  | string
  | number
  | boolean
  | EditedCustomer['campaign']
  | EditedCustomer['customFields']
  | EditedContact['identity']

/** An element that a patch changes: its path in the patch, the name of its input on the form, and its values. */
export type Change = { path: ProblemPath; name: string; before: ElementValue; after: ElementValue }

/**
 * The patch that makes `after` of `before`. A contact goes with its id and role, an address with its id, and otherwise only what differs;
 * identity, campaign and customFields go whole. Parts belong together by their id, never by their place: one that the other side does not
 * have is left out, because no call adds or removes it.
 * @returns the patch, in the order of `before`; `{}` where nothing differs
 */
export function patchOf(before: EditedCustomer, after: EditedCustomer): CustomerPatch {
  const { contact, address, invoiceConfiguration, campaign, customFields, ...profile } = before
  const patch: CustomerPatch = {
    ...changed(profile, after),
    contact: patchOfContact(contact, after.contact),
    address: patchOfAddresses(address, after.address),
    invoiceConfiguration: patchOfInvoice(invoiceConfiguration, after.invoiceConfiguration),
    ...changed({ campaign, customFields }, after),
  }
  return Object.fromEntries(Object.entries(patch).filter(([, part]) => part !== undefined))
}

function patchOfContact(before: EditedContact, after: EditedContact): CustomerPatch['contact'] {
  if (before.id !== after.id) return undefined
  const changes = changed(before, after)
  return isEmpty(changes) ? undefined : { id: after.id, role: after.role, ...changes }
}

function patchOfAddresses(before: readonly EditedAddress[], after: readonly EditedAddress[]): CustomerPatch['address'] {
  const edited = new Map(after.map((entry) => [entry.id, entry]))
  const entries = before.flatMap((entry) => {
    const changes = changed(entry, edited.get(entry.id) ?? entry)
    return isEmpty(changes) ? [] : [{ id: entry.id, ...changes }]
  })
  return entries.length > 0 ? entries : undefined
}

function patchOfInvoice(before: EditedInvoice, after: EditedInvoice): CustomerPatch['invoiceConfiguration'] {
  const changes = changed(before, after)
  if (isEmpty(changes)) return undefined
  const { paymentDueAfterInvoiceIssued, paymentDueUnits } = after
  // The number means nothing without its unit: the page wants both as soon as one is given.
  const isDueChanged = 'paymentDueAfterInvoiceIssued' in changes || 'paymentDueUnits' in changes
  return isDueChanged ? { ...changes, paymentDueAfterInvoiceIssued, paymentDueUnits } : changes
}

/** The elements of `before` that differ in `after`, as they are there. Never by truthiness: 0 and false are values, "" is a change. */
function changed<Part extends object>(before: Part, after: NoInfer<Part>): Partial<Part> {
  const names = Object.keys(before) as (keyof Part)[]
  const differing = names.filter((name) => !isSame(before[name], after[name]))
  return Object.fromEntries(differing.map((name) => [name, after[name] ?? ''])) as Partial<Part>
}

function isEmpty(part: object): boolean {
  return Object.keys(part).length === 0
}

/** Whether two values are the same on the wire, where "", null and an absent element are all NULL. */
function isSame(before: unknown, after: unknown): boolean {
  const [one, other] = [before ?? '', after ?? '']
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((entry, index) => isSame(entry, other[index]))
  }
  if (isJsonObject(one) && isJsonObject(other)) {
    const names = [...Object.keys(one), ...Object.keys(other)]
    return names.every((name) => isSame(elementOf(one, name), elementOf(other, name)))
  }
  return one === other
}

/**
 * What a patch changes, for a review, in the order of the form. What is sent only because it must be, such as an id or the role beside
 * another element of a contact, is no change.
 * @param before the customer that the patch was made from
 */
export function changesOf(before: EditedCustomer, patch: CustomerPatch): Change[] {
  const { contact, address = [], invoiceConfiguration, campaign, customFields, ...profile } = patch
  const indices = new Map(before.address.map(({ id }, index) => [id, index]))
  return [
    ...changesAt([], [], before, profile),
    ...changesAt(['contact'], ['contact'], before.contact, contact),
    ...address.flatMap((entry, sent) => {
      const held = indices.get(entry.id)
      return held === undefined ? [] : changesAt(['address', sent], ['address', held], before.address[held], entry)
    }),
    ...changesAt(['invoiceConfiguration'], ['invoiceConfiguration'], before.invoiceConfiguration, invoiceConfiguration),
    ...changesAt([], [], before, { campaign, customFields }),
  ]
}

function changesAt(path: ProblemPath, formPath: ProblemPath, before: object = {}, patch: object = {}): Change[] {
  return Object.entries(before).flatMap(([name, held]) => {
    const sent = elementOf(patch, name)
    if (sent === undefined || isSame(held, sent)) return []
    return [{ path: [...path, name], name: fieldName([...formPath, name]), before: held, after: sent as ElementValue }]
  })
}

/** The entries of a patch's address, and those of the form's: the same ids, at other places. */
type Patched = Pick<CustomerPatch, 'address'>
type Held = Pick<EditCustomerDraft, 'address'>

/**
 * Where the form asks for what a path of the patch names: an address has the index that it has on the form, and every number of campaign is
 * the one input's. Other paths are the same on both sides, and one that names nothing stays as it is.
 */
export function formPathOf(path: ProblemPath, { address = [] }: Patched, draft: Held): ProblemPath {
  if (path[0] === 'campaign') return ['campaign']
  const [part, index, ...rest] = path
  if (part !== 'address' || typeof index !== 'number') return path
  const id = address[index]?.id
  const place = draft.address.findIndex((entry) => entry.id === id)
  return place < 0 ? path : [part, place, ...rest]
}
