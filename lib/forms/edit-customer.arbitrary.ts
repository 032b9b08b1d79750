import * as fc from 'fast-check'
import { type Element, modifyElements } from '@/lib/contract/customer.arbitrary'
import type { ProblemPath } from '@/lib/contract/problem'
import type { EditedCustomer } from './edit-customer-draft'

/**
 * Customers as a platform stores them, edits of a form, and what a platform does with a patch; written from the pages, not from the code
 * under test. NULL is "" everywhere, as in the body of a modify. Used by the tests alone.
 */

type Part = Record<string, unknown>
type Entry = Part & { id: string }

/** A customer as a platform stores it: every element is there. */
export type Stored = Part & { contact: Entry[]; address: Entry[]; invoiceConfiguration: Part }

/** An element that somebody edits: where the stored customer has it, and its new value. */
export type Edit = { path: ProblemPath; value: unknown }

/** A customer, the contact on the form, and what is edited there: each place once, sometimes to the value that it has. */
export type EditedCase = { stored: Stored; contact: number; edits: Edit[] }

/** Enumerations that a platform may have extended since, without those that go beside another element. */
const extended = ['type', 'mfaConfiguration', 'salutation', 'gender', 'title', 'deliveryMethod', 'chargeByActive']

const nameOf = ({ path }: Element) => String(path.at(-1))
const isShort = (value: unknown) => typeof value !== 'string' || value.length <= 60
const goodValues = ({ kind }: Element) => [...new Set(kind.accepted.map(([, read]) => read))].filter(isShort)
const elementsOf = (...parent: ProblemPath) =>
  modifyElements.filter((element) => element.path.slice(0, -1).join() === parent.join() && nameOf(element) !== 'id')

const profile = elementsOf()
const contact = elementsOf('contact')
const identity = elementsOf('contact', 'identity', 1)
const address = elementsOf('address', 1)
const invoiceConfiguration = elementsOf('invoiceConfiguration')
const customField = elementsOf('customFields', 1)

const isFlag = (element: Element) => goodValues(element).includes(true)

/** What may stand: any good value, one of a newer enumeration, and NULL also where a modify cannot make it. */
const storedValue = (element: Element) => {
  const newer = extended.includes(nameOf(element)) ? ['NEWER'] : []
  const empty = element.emptiness === 'named' || isFlag(element) ? [] : ['', '']
  return fc.constantFrom(...goodValues(element), ...newer, ...empty)
}

/** What a modify may make of it. */
const editedValue = (element: Element) =>
  fc.constantFrom(...goodValues(element), ...(element.emptiness === 'emptied' ? ['', '', ''] : []))

const partOf = (elements: Element[], value: (element: Element) => fc.Arbitrary<unknown>): fc.Arbitrary<Part> =>
  fc.record(Object.fromEntries(elements.map((element) => [nameOf(element), value(element)])))

const listOf = (entry: fc.Arbitrary<Part>, minLength = 0) => fc.array(entry, { minLength, maxLength: 2 })
const campaign = fc.array(fc.nat({ max: 3 }), { maxLength: 2 })

/** One of a hundred: which parts meet matters more than what stands in them, and to make each anew takes most of the time. */
const drawn = <T>(part: fc.Arbitrary<T>) => fc.constantFrom(...fc.sample(part, { numRuns: 100, seed: 1 }))

const storedContact = fc
  .tuple(partOf(contact, storedValue), listOf(partOf(identity, storedValue)))
  .map(([plain, documents]): Part => ({ ...plain, identity: documents }))

const uuidOf = (kind: number, index: number) => `00000000-0000-4000-8000-${kind}${String(index).padStart(11, '0')}`
const withIds = (kind: number, entries: Part[]) =>
  entries.map((entry, index) => ({ id: uuidOf(kind, index), ...entry }))

const storedCustomer: fc.Arbitrary<Stored> = fc
  .tuple(
    drawn(partOf(profile, storedValue)),
    listOf(drawn(storedContact), 1),
    listOf(drawn(partOf(address, storedValue))),
    drawn(partOf(invoiceConfiguration, storedValue)),
    campaign,
    listOf(drawn(partOf(customField, storedValue))),
  )
  .map(([plain, contacts, addresses, invoice, campaigns, customFields]) => ({
    ...plain,
    contact: withIds(1, contacts),
    address: withIds(2, addresses),
    invoiceConfiguration: invoice,
    campaign: campaigns,
    customFields,
  }))

const isBlank = (value: unknown) => String(value).trim() === ''
/** A document of which something is told. */
const editedIdentity = partOf(identity, editedValue).map((entry) =>
  isBlank(entry.idNumber) ? { ...entry, idType: 'PASSPORT' } : entry,
)
const editedCustomFields = fc.uniqueArray(partOf(customField, editedValue), {
  maxLength: 2,
  selector: ({ keyName }) => keyName,
})

const editsOf = (elements: Element[]): fc.Arbitrary<Edit> =>
  fc.oneof(...elements.map((element) => editedValue(element).map((value) => ({ path: element.path, value }))))
const editOf = (path: ProblemPath, value: fc.Arbitrary<unknown>): fc.Arbitrary<Edit> =>
  value.map((held) => ({ path, value: held }))

/** Edits of everything on a form; which contact and which address they are of is chosen later. */
const edit = fc.oneof(
  { weight: 2, arbitrary: editsOf(profile) },
  { weight: 3, arbitrary: editsOf(contact) },
  { weight: 4, arbitrary: editsOf(address) },
  { weight: 2, arbitrary: editsOf(invoiceConfiguration) },
  { weight: 1, arbitrary: editOf(['campaign'], campaign) },
  { weight: 1, arbitrary: editOf(['customFields'], editedCustomFields) },
  { weight: 1, arbitrary: editOf(['contact', 'identity'], listOf(editedIdentity, 1)) },
)

/** Any customer with any edits on the form of any of its contacts. */
export const editedCase: fc.Arbitrary<EditedCase> = fc
  .tuple(storedCustomer, fc.nat({ max: 1 }), fc.array(fc.tuple(edit, fc.nat({ max: 1 })), { maxLength: 6 }))
  .map(([stored, chosen, made]) => {
    const index = chosen % stored.contact.length
    const edits = new Map<string, Edit>()
    for (const [{ path, value }, entry] of made) {
      const place = placeOf(path, index, entry, stored.address.length)
      if (place) edits.set(place.join('.'), { path: place, value })
    }
    return { stored, contact: index, edits: [...edits.values()] }
  })

function placeOf(path: ProblemPath, contactIndex: number, entry: number, addresses: number): ProblemPath | undefined {
  if (path[0] === 'contact') return ['contact', contactIndex, ...path.slice(1)]
  if (path[0] !== 'address') return path
  return addresses === 0 ? undefined : ['address', entry % addresses, ...path.slice(2)]
}

/** The name of the input at a place of the stored customer: the form shows one contact. */
export function inputOf(path: ProblemPath): string {
  return path.filter((_, index) => path[0] !== 'contact' || index !== 1).join('.')
}

/** The customer with the edits carried out, and nothing else. */
export function withEdits(stored: Stored, edits: readonly Edit[]): Stored {
  return edits.reduce((customer, { path, value }) => withValue(customer, path, value) as Stored, stored)
}

function withValue(part: unknown, [segment, ...rest]: ProblemPath, value: unknown): unknown {
  if (segment === undefined) return value
  if (Array.isArray(part)) return part.with(Number(segment), withValue(part[Number(segment)], rest, value))
  return { ...(part as Part), [segment]: withValue((part as Part)[segment], rest, value) }
}

/** What the form of one of its contacts holds of a customer. */
export function editedOf(stored: Stored, contactIndex: number): EditedCustomer {
  return { ...stored, contact: stored.contact[contactIndex] } as unknown as EditedCustomer
}

/** A customer and what the form makes of it, before and after the edits. */
export function beforeAndAfter({ stored, contact: index, edits }: EditedCase) {
  return { before: editedOf(stored, index), after: editedOf(withEdits(stored, edits), index) }
}

/**
 * What a platform does with a patch, as the page tells it. Takes the patch as it travels, as JSON, and throws where an id is nobody's or an
 * element is not the customer's.
 */
export function withPatch(stored: Stored, patch: object): Stored {
  const { contact: changes, address: entries = [], ...rest } = JSON.parse(JSON.stringify(patch)) as Partial<Sent>
  const { invoiceConfiguration: invoice = {}, ...plain } = rest
  return {
    ...overwritten(stored, plain),
    contact: changes ? entryOverwritten(stored.contact, changes) : stored.contact,
    address: entries.reduce(entryOverwritten, stored.address),
    invoiceConfiguration: overwritten(stored.invoiceConfiguration, invoice),
  }
}

/** A patch as it arrives. */
type Sent = Part & { contact: Entry; address: Entry[]; invoiceConfiguration: Part }

function entryOverwritten(entries: Entry[], sent: Entry): Entry[] {
  const index = entries.findIndex(({ id }) => id === sent.id)
  const found = entries[index]
  if (!found) throw new Error(`${sent.id} is not an id of this customer`)
  return entries.with(index, overwritten(found, sent))
}

function overwritten<T extends Part>(part: T, elements: Part): T {
  const unknown = Object.keys(elements).filter((name) => !Object.hasOwn(part, name))
  if (unknown.length > 0) throw new Error(`${unknown.join()} is not an element of this part`)
  return { ...part, ...elements }
}
