import * as fc from 'fast-check'
import * as kind from './element.arbitrary'
import type { Parsed } from './parse'
import type { ProblemCode, ProblemPath } from './problem'

/** The pages' tables, element by element, and arbitraries of whole bodies; written from the pages, not from the schemas. Used by the tests alone. */

/**
 * What "" and null do to an element.
 * - `absent`: they are read as "not given" (create, O)
 * - `required`: they are as absent as no element at all (create, M)
 * - `emptied`: they set it to NULL (modify, O)
 * - `kept`: they are refused, the element may be absent (modify, has a default or is mandatory on create)
 * - `named`: they are refused, and so is its absence (modify, M)
 * - a code: the refusal where it is missed by a conditional rule
 */
export type Emptiness = 'absent' | 'required' | 'emptied' | 'kept' | 'named' | ProblemCode

export type Element = { path: ProblemPath; kind: kind.Kind; emptiness: Emptiness }

const salutation = kind.enumeration('MR', 'MS')
const gender = kind.enumeration('MALE', 'FEMALE')
const contactType = kind.enumeration('OWNER', 'MEMBER')
const contactRole = kind.enumeration('SELFCARE', 'NONE')
const addressType = kind.enumeration('PRIVATE', 'SHIPPING', 'MAILING')
const title = kind.enumeration('DR', 'PROF')
const deliveryMethod = kind.enumeration('EMAIL', 'POSTAL', 'EDI')
const paymentDueUnits = kind.enumeration('DAYS')
const customerType = kind.enumeration('PRIVATE', 'BUSINESS')
const mfaConfiguration = kind.enumeration('MANDATORY', 'ENABLED', 'DISABLED')

type Row = [name: string, kind: kind.Kind, emptiness: Emptiness]

const rowsAt = (path: ProblemPath, rows: Row[]): Element[] =>
  rows.map(([name, ofKind, emptiness]) => ({ path: [...path, name], kind: ofKind, emptiness }))

/** Every element of the page "Create Customer" that is not an object, at its place in `fullCreate`. */
export const createElements: Element[] = [
  ...rowsAt(
    [],
    [
      ['status', kind.enumeration('ACTIVE', 'SUSPEND'), 'required'],
      ['type', customerType, 'absent'],
      ['name', kind.text, 'absent'],
      ['currency', kind.currency, 'required'],
      ['allowOfferDelegation', kind.flag, 'absent'],
      ['isAllowedImeiLock', kind.flag, 'absent'],
      ['vatRegistrationNumber', kind.text, 'absent'],
      ['logo', kind.text, 'absent'],
      ['mfaConfiguration', mfaConfiguration, 'absent'],
    ],
  ),
  ...rowsAt(
    ['contact'],
    [
      ['emailAddress', kind.emailAddress, 'absent'],
      ['type', contactType, 'absent'],
      ['role', contactRole, 'absent'],
      ['salutation', salutation, 'absent'],
      ['firstName', kind.text, 'absent'],
      ['middleName', kind.text, 'absent'],
      ['lastName', kind.text, 'absent'],
      ['gender', gender, 'absent'],
      ['birthdate', kind.birthdate, 'absent'],
      ['landlinePhoneNumber', kind.phoneNumber, 'absent'],
      ['mobilePhoneNumber', kind.phoneNumber, 'absent'],
      ['additionalPhoneNumber', kind.phoneNumber, 'absent'],
      ['picture', kind.text, 'absent'],
      ['remarks', kind.text, 'absent'],
      ['isPrimary', kind.flag, 'absent'],
    ],
  ),
  ...rowsAt(
    ['contact', 'identity', 1],
    [
      ['idType', kind.idType, 'required'],
      ['idNumber', kind.filledText, 'required'],
    ],
  ),
  ...rowsAt(
    ['address', 1],
    [
      ['type', addressType, 'absent'],
      ['street', kind.text, 'absent'],
      ['buildingNumber', kind.text, 'absent'],
      ['buildingName', kind.text, 'absent'],
      ['buildingFloor', kind.text, 'absent'],
      ['zipCode', kind.filledText, 'required'],
      ['apartmentNumber', kind.text, 'absent'],
      ['entrance', kind.text, 'absent'],
      ['city', kind.filledText, 'required'],
      ['province', kind.text, 'absent'],
      ['state', kind.text, 'absent'],
      ['country', kind.filledText, 'required'],
      ['pobox', kind.text, 'absent'],
      ['salutation', salutation, 'absent'],
      ['fullName', kind.filledText, 'required'],
      ['title', title, 'absent'],
      ['company', kind.text, 'absent'],
      ['emailAddress', kind.emailAddress, 'absent'],
      ['isPrimary', kind.flag, 'absent'],
    ],
  ),
  ...rowsAt(
    ['invoiceConfiguration'],
    [
      ['deviceCost', kind.decimal, 'absent'],
      ['deliveryMethod', deliveryMethod, 'absent'],
      ['paymentDueAfterInvoiceIssued', kind.wholeNumber, 'absent'],
      ['paymentDueUnits', paymentDueUnits, 'paymentDueUnitsNeeded'],
      ['vat', kind.decimal, 'absent'],
      ['invoiceText', kind.invoiceText, 'absent'],
    ],
  ),
  ...rowsAt(
    ['customFields', 1],
    [
      ['keyName', kind.filledText, 'required'],
      ['keyValue', kind.text, 'absent'],
    ],
  ),
]

/** Every element of the page "Modify Customer Details" that is not an object or a list, at its place in `fullModify`. */
export const modifyElements: Element[] = [
  ...rowsAt(
    [],
    [
      ['type', customerType, 'kept'],
      ['name', kind.text, 'emptied'],
      ['allowOfferDelegation', kind.flag, 'kept'],
      ['isAllowedImeiLock', kind.flag, 'kept'],
      ['vatRegistrationNumber', kind.text, 'emptied'],
      ['mfaConfiguration', mfaConfiguration, 'kept'],
    ],
  ),
  ...rowsAt(
    ['contact'],
    [
      ['id', kind.uuid, 'named'],
      ['emailAddress', kind.emailAddress, 'emptied'],
      ['type', contactType, 'kept'],
      ['role', contactRole, 'named'],
      ['salutation', salutation, 'emptied'],
      ['firstName', kind.text, 'emptied'],
      ['middleName', kind.text, 'emptied'],
      ['lastName', kind.text, 'emptied'],
      ['gender', gender, 'emptied'],
      ['birthdate', kind.birthdate, 'emptied'],
      ['landlinePhoneNumber', kind.phoneNumber, 'emptied'],
      ['mobilePhoneNumber', kind.phoneNumber, 'emptied'],
      ['additionalPhoneNumber', kind.phoneNumber, 'emptied'],
      ['picture', kind.text, 'emptied'],
      ['remarks', kind.text, 'emptied'],
      ['isPrimary', kind.flag, 'kept'],
    ],
  ),
  ...rowsAt(
    ['contact', 'identity', 1],
    [
      ['idType', kind.idType, 'emptied'],
      ['idNumber', kind.text, 'emptied'],
    ],
  ),
  ...rowsAt(
    ['address', 1],
    [
      ['id', kind.uuid, 'named'],
      ['type', addressType, 'kept'],
      ['street', kind.text, 'emptied'],
      ['buildingNumber', kind.text, 'emptied'],
      ['buildingName', kind.text, 'emptied'],
      ['buildingFloor', kind.text, 'emptied'],
      ['zipCode', kind.filledText, 'kept'],
      ['apartmentNumber', kind.text, 'emptied'],
      ['entrance', kind.text, 'emptied'],
      ['city', kind.filledText, 'kept'],
      ['province', kind.text, 'emptied'],
      ['state', kind.text, 'emptied'],
      ['country', kind.filledText, 'kept'],
      ['pobox', kind.text, 'emptied'],
      ['salutation', salutation, 'emptied'],
      ['fullName', kind.filledText, 'kept'],
      ['title', title, 'emptied'],
      ['company', kind.text, 'emptied'],
      ['emailAddress', kind.emailAddress, 'emptied'],
      ['isPrimary', kind.flag, 'kept'],
    ],
  ),
  ...rowsAt(
    ['invoiceConfiguration'],
    [
      ['chargeByActive', kind.enumeration('SIM', 'IMSI'), 'emptied'],
      ['activityIndication', kind.enumeration('NETWORK_REGISTRATION', 'DATA_CONSUMPTION'), 'emptied'],
      ['deviceCost', kind.decimal, 'emptied'],
      ['deliveryMethod', deliveryMethod, 'emptied'],
      ['paymentDueAfterInvoiceIssued', kind.wholeNumber, 'emptied'],
      ['paymentDueUnits', paymentDueUnits, 'emptied'],
      ['vat', kind.decimal, 'emptied'],
      ['invoiceText', kind.invoiceText, 'emptied'],
    ],
  ),
  ...rowsAt(
    ['customFields', 1],
    [
      ['keyName', kind.filledText, 'named'],
      ['keyValue', kind.text, 'emptied'],
    ],
  ),
]

const person = {
  emailAddress: 'shaul.cohen@flolive.net',
  type: 'OWNER',
  role: 'NONE',
  salutation: 'MR',
  firstName: 'Shaul',
  middleName: 'A.',
  lastName: 'Cohen',
  identity: [
    { idType: 'PASSPORT', idNumber: '123456789' },
    { idType: 'ID', idNumber: '987654321' },
  ],
  gender: 'MALE',
  birthdate: '28122000',
  landlinePhoneNumber: '97239000000',
  mobilePhoneNumber: '972542265160',
  additionalPhoneNumber: '+972542265161',
  picture: '/images/shaul.png',
  remarks: 'call after ten',
  isPrimary: true,
}

const place = {
  type: 'MAILING',
  street: 'fifth avenue',
  buildingNumber: '234',
  buildingName: 'Concord',
  buildingFloor: '12',
  zipCode: '123456',
  apartmentNumber: '14',
  entrance: 'B',
  city: 'New York',
  province: 'none',
  state: 'New York',
  country: 'USA',
  pobox: '77',
  salutation: 'MR',
  fullName: 'John Levis',
  title: 'PROF',
  company: 'Company',
  emailAddress: 'johnlevis@company.com',
  isPrimary: false,
}

const invoice = {
  deviceCost: 1.5,
  deliveryMethod: 'EMAIL',
  paymentDueAfterInvoiceIssued: 15,
  paymentDueUnits: 'DAYS',
  vat: 8.5,
  invoiceText: 'free text',
}

const customFields = [
  { keyName: 'custom-property1', keyValue: 'custom-value' },
  { keyName: 'custom-property2', keyValue: 'custom-value' },
]

export const contactId = '5b1a0c1e-0b3f-4a55-9d6b-2a9d4f3b7c10'
export const addressIds = ['0c9e4b9e-8c4e-4b6e-8f0a-1d7b9a2c3e41', '0c9e4b9e-8c4e-4b6e-8f0a-1d7b9a2c3e42'] as const

/** A create that gives every element of the page, canonical; a fresh copy each time. */
export function fullCreate() {
  return structuredClone({
    status: 'ACTIVE',
    type: 'BUSINESS',
    name: 'Liberty',
    currency: 'USD',
    allowOfferDelegation: false,
    isAllowedImeiLock: true,
    vatRegistrationNumber: 'sa102786534',
    logo: '/images/flolive/flologo.png',
    mfaConfiguration: 'DISABLED',
    contact: person,
    address: [{ ...place, type: 'PRIVATE', isPrimary: true }, place],
    invoiceConfiguration: invoice,
    customFields,
  })
}

/** A modify that changes every element of the page, canonical; a fresh copy each time. */
export function fullModify() {
  return structuredClone({
    type: 'BUSINESS',
    name: 'Volvo',
    allowOfferDelegation: true,
    isAllowedImeiLock: false,
    vatRegistrationNumber: 'sa102786534',
    contact: { id: contactId, ...person },
    address: [
      { id: addressIds[0], ...place },
      { id: addressIds[1], ...place },
    ],
    invoiceConfiguration: { chargeByActive: 'SIM', activityIndication: 'DATA_CONSUMPTION', ...invoice },
    campaign: [1, 22, 333],
    customFields,
    mfaConfiguration: 'ENABLED',
  })
}

/** The value at a path, or undefined. */
export function at(body: unknown, path: ProblemPath): unknown {
  return path.reduce<unknown>(
    (value, segment) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, segment)
        ? (value as Record<string | number, unknown>)[segment]
        : undefined,
    body,
  )
}

/** A copy of a body with the element at `path` set; `undefined` takes it away. */
export function withElement<T>(body: T, path: ProblemPath, value: unknown): T {
  const copy = structuredClone(body)
  const parent = at(copy, path.slice(0, -1)) as Record<string | number, unknown>
  const name = path.at(-1) as string | number
  if (value === undefined) delete parent[name]
  // As JSON.parse does it: an own element, also where the name is that of the prototype.
  else Object.defineProperty(parent, name, { value, enumerable: true, configurable: true, writable: true })
  return copy
}

const kindsBelow = (elements: Element[], parent: ProblemPath): Record<string, Element> =>
  Object.fromEntries(
    elements
      .filter(({ path }) => JSON.stringify(path.slice(0, -1)) === JSON.stringify(parent))
      .map((element) => [String(element.path.at(-1)), element]),
  )

/** An arbitrary of an object with the elements of the table below `parent`: mandatory ones always, others sometimes, some of them empty. */
function objectOf(
  elements: Element[],
  parent: ProblemPath,
  always: string[] = [],
): fc.Arbitrary<Record<string, unknown>> {
  const below = Object.entries(kindsBelow(elements, parent))
  const required = below
    .filter(([name, { emptiness }]) => emptiness === 'required' || emptiness === 'named' || always.includes(name))
    .map(([name]) => name)
  const values = below.map(([name, element]) => {
    const emptiable = (element.emptiness === 'absent' || element.emptiness === 'emptied') && !always.includes(name)
    const value = emptiable
      ? fc.oneof({ weight: 8, arbitrary: element.kind.arbitrary }, { weight: 1, arbitrary: fc.constantFrom('', null) })
      : element.kind.arbitrary
    return [name, value] as const
  })
  return fc.record(Object.fromEntries(values), { requiredKeys: required })
}

const given = (value: unknown) => value !== undefined && value !== null && value !== ''
const listOf = <T>(entry: fc.Arbitrary<T>, minLength = 0) => fc.array(entry, { minLength, maxLength: 3 })

const uniqueFields = (elements: Element[]) =>
  fc.uniqueArray(objectOf(elements, ['customFields', 1]), { maxLength: 3, selector: ({ keyName }) => keyName })

const createContact = fc
  .tuple(
    objectOf(createElements, ['contact']),
    listOf(objectOf(createElements, ['contact', 'identity', 1]), 1),
    kind.phoneNumber.arbitrary,
  )
  .map(([contact, identity, phone]) => {
    const reachable = given(contact.landlinePhoneNumber) || given(contact.mobilePhoneNumber)
    return { ...contact, identity, ...(reachable ? {} : { mobilePhoneNumber: phone }) }
  })

const createAddress = fc
  .tuple(objectOf(createElements, ['address', 1]), kind.filledText.arbitrary, kind.filledText.arbitrary)
  .map(([address, street, buildingNumber]) => (given(address.pobox) ? address : { ...address, street, buildingNumber }))

const withUnits = (invoiceConfiguration: Record<string, unknown>) =>
  given(invoiceConfiguration.paymentDueAfterInvoiceIssued)
    ? { ...invoiceConfiguration, paymentDueUnits: 'days' }
    : invoiceConfiguration

/** Bodies that "Create Customer" accepts, enumerations in either case, some elements "" or null. */
export const validCreate: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(
    objectOf(createElements, []),
    fc.record(
      {
        contact: createContact,
        address: listOf(createAddress),
        invoiceConfiguration: objectOf(createElements, ['invoiceConfiguration']).map(withUnits),
        customFields: uniqueFields(createElements),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([plain, parts]) => ({ ...plain, ...parts }))

/** Bodies that "Modify Customer Details" accepts, before it is known what they are merged into. */
export const validModify: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(
    objectOf(modifyElements, []),
    fc.record(
      {
        contact: fc
          .tuple(
            objectOf(modifyElements, ['contact']),
            fc.option(listOf(objectOf(modifyElements, ['contact', 'identity', 1], ['idType']), 1), { nil: undefined }),
          )
          .map(([contact, identity]) => (identity ? { ...contact, identity } : contact)),
        address: fc.uniqueArray(objectOf(modifyElements, ['address', 1], ['city']), {
          minLength: 1,
          maxLength: 3,
          selector: ({ id }) => id,
        }),
        invoiceConfiguration: objectOf(modifyElements, ['invoiceConfiguration'], ['vat']),
        campaign: listOf(fc.nat()),
        customFields: uniqueFields(modifyElements),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([plain, parts]) => ({ ...plain, ...parts }))
  .filter((patch) => Object.keys(patch).length > 0)

/** What a parse makes of a body, in short: the faults without their parameters, and the value (or the problems). */
export function readings<T>(parse: (body: unknown) => Parsed<T>) {
  return {
    faults: (body: unknown) => {
      const parsed = parse(body)
      return parsed.ok ? [] : parsed.problems.map(({ path, code }) => ({ path, code }))
    },
    read: (body: unknown) => {
      const parsed = parse(body)
      return parsed.ok ? parsed.value : parsed.problems
    },
  }
}

/** A value as JSON, short enough for the title of a test. */
export function told(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

/** A path in a body with the table's element for it; every entry of a list stands for each other. */
export type Leaf = { path: ProblemPath; element: Element }

/** The elements of the table that a body gives, with a value. */
export function givenElements(body: unknown, elements: Element[]): Leaf[] {
  const general = (path: ProblemPath) =>
    JSON.stringify(path.map((segment) => (typeof segment === 'number' ? 1 : segment)))
  const byPath = new Map(elements.map((element) => [general(element.path), element]))
  const leaves: Leaf[] = []
  const walk = (value: unknown, path: ProblemPath) => {
    const element = byPath.get(general(path))
    if (element) {
      if (given(value)) leaves.push({ path, element })
    } else if (value !== null && typeof value === 'object') {
      for (const [key, child] of Object.entries(value)) walk(child, [...path, Array.isArray(value) ? Number(key) : key])
    }
  }
  walk(body, [])
  return leaves
}

/** Paths of the body and of every object in it, where an unknown element could be put. */
export function objectPaths(body: unknown, path: ProblemPath = []): ProblemPath[] {
  if (body === null || typeof body !== 'object') return []
  const below = Object.entries(body).flatMap(([key, child]) =>
    objectPaths(child, [...path, Array.isArray(body) ? Number(key) : key]),
  )
  return Array.isArray(body) ? below : [path, ...below]
}

/** A body of the arbitrary in which exactly one element is bad, and where that is. */
export function oneFault(body: fc.Arbitrary<Record<string, unknown>>, elements: Element[]) {
  const wrongElement = body.chain((value) => {
    const leaves = givenElements(value, elements)
    if (leaves.length === 0) return fc.constant(undefined)
    return fc
      .constantFrom(...leaves)
      .chain(({ path, element }) =>
        fc.record({ path: fc.constant(path), refused: fc.constantFrom(...refusedOf(element)) }),
      )
      .map(({ path, refused: [sent, code] }) => ({ body: withElement(value, path, sent), path, code }))
  })
  const unknownElement = body.chain((value) =>
    fc
      .record({
        parent: fc.constantFrom(...objectPaths(value)),
        name: fc.constantFrom('unknown', 'Name', '__proto__', 'constructor', 'toString', 'hasOwnProperty', '', '0'),
        sent: fc.jsonValue({ maxDepth: 3 }),
      })
      .map(({ parent, name, sent }) => {
        const path = [...parent, name]
        return { body: withElement(value, path, sent), path, code: 'unknownElement' as ProblemCode }
      }),
  )
  return fc.oneof(wrongElement, unknownElement).filter((fault) => fault !== undefined)
}

/** What is refused at a given element, the empty values included where they are. A blank phone number is as absent as none, and then another element is to blame too. */
function refusedOf({ kind: ofKind, emptiness }: Element): [unknown, ProblemCode][] {
  const empty: [unknown, ProblemCode][] =
    emptiness === 'required'
      ? [
          ['', 'required'],
          [null, 'required'],
        ]
      : emptiness === 'kept' || emptiness === 'named'
        ? [
            ['', 'notEmptiable'],
            [null, 'notEmptiable'],
          ]
        : []
  return [...ofKind.refused.filter(([sent]) => !(typeof sent === 'string' && sent.trim() === '')), ...empty]
}
