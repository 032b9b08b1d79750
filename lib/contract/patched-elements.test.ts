import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addressIds, at, contactId, fullModify, modifyElements, validModify, withElement } from './customer.arbitrary'
import { type CustomerDetails, customerDetails } from './customer-details'
import { type ModifyCustomer, parseModifyCustomer } from './modify-customer'
import { changedSince, type ElementValue, elementKey, patchedElements, seenDigests } from './patched-elements'
import type { ProblemPath } from './problem'

/** A customer of two contacts and two addresses, told with `change` made to it. */
function customer(change: Partial<Record<keyof CustomerDetails, unknown>> = {}): CustomerDetails {
  return customerDetails.parse({
    customerId: 'e7fcef24-5c03-41dd-9e33-995b7d6f46b6',
    contact: [{ id: 'other' }, { id: contactId }],
    address: [{ id: addressIds[1] }, { id: addressIds[0] }],
    ...change,
  })
}

/** What stands when a body has been applied to that customer. */
function standingAs(body: ReturnType<typeof fullModify>): CustomerDetails {
  const { contact, address, ...rest } = body
  return customer({ ...rest, contact: [{ id: 'other' }, contact], address: address.toReversed() })
}

function patchOf(body: unknown): ModifyCustomer {
  const parsed = parseModifyCustomer(body)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

const pathsOf = (now: CustomerDetails, body: unknown) =>
  patchedElements(now, patchOf(body)).map(({ path }) => path.join('.'))
const inContact = (elements: object) => ({ contact: { id: contactId, role: 'NONE', ...elements } })
const inAddress = (elements: object) => ({ address: [{ id: addressIds[0], ...elements }] })
const valueAt = (now: CustomerDetails, body: unknown, name: string) =>
  patchedElements(now, patchOf(body)).find(({ path }) => path.at(-1) === name)

/** Every place that the page's tables let a patch write, wholes as one. */
const elementPaths: ProblemPath[] = [
  ...modifyElements
    .map(({ path }) => path)
    .filter((path) => path.at(-1) !== 'id' && !path.includes('identity') && !path.includes('customFields'))
    .flatMap((path) => (path[0] === 'address' ? [path.with(1, 0), path] : [path])),
  ['contact', 'identity'],
  ['campaign'],
  ['customFields'],
]

/** Another good value for the element at a path of the full patch; an enumeration of one has none but "". */
function otherValue(path: ProblemPath): unknown {
  const stands = at(fullModify(), path)
  if (typeof stands === 'boolean') return !stands
  if (typeof stands === 'number') return stands + 1
  if (Array.isArray(stands)) return stands.slice(1)
  const kind = modifyElements.find((row) => row.path.at(-1) === path.at(-1) && row.path[0] === path[0])?.kind
  return kind?.accepted.map(([, read]) => read).find((value) => value !== stands && value !== '') ?? ''
}

describe('the elements of a patch', () => {
  it("are all of the page's tables, by path, without ids", () => {
    expect(pathsOf(customer(), fullModify())).toEqual(elementPaths.map((path) => path.join('.')).sort())
  })

  it('are those that it holds and no others, whatever the patch', () => {
    fc.assert(
      fc.property(validModify, (body) => {
        const patch = patchOf(body)
        const now = customer({
          contact: patch.contact && [{ id: patch.contact.id }],
          address: patch.address?.map(({ id }) => ({ id })),
        })
        const elements = patchedElements(now, patch)
        for (const { path, value } of elements) {
          const sent = at(patch, path)
          expect(sent).toBeDefined()
          if (!Array.isArray(value)) expect(value).toBe(sent)
        }
        const parts = [patch.contact, ...(patch.address ?? []), patch.invoiceConfiguration]
        const { contact, address, invoiceConfiguration, ...profile } = patch
        const count = [profile, ...parts].flatMap((part) => Object.keys(part ?? {}).filter((name) => name !== 'id'))
        expect(elements).toHaveLength(count.length)
        expect(new Set(elements.map(elementKey)).size).toBe(elements.length)
      }),
      { numRuns: 300 },
    )
  })

  it('stand beside what the contact and the addresses of their ids hold, in any case of the id and any order', () => {
    const now = customer({
      contact: [
        { id: 'other', firstName: 'Ada' },
        { id: contactId.toUpperCase(), firstName: 'Grace' },
      ],
      address: [
        { id: addressIds[1], city: 'Bonn' },
        { id: addressIds[0].toUpperCase(), city: 'Rome' },
      ],
    })
    expect(valueAt(now, inContact({ firstName: 'Eve' }), 'firstName')).toEqual({
      path: ['contact', 'firstName'],
      entryId: contactId,
      value: 'Eve',
      present: 'Grace',
    })
    expect(valueAt(now, inAddress({ city: 'Oslo' }), 'city')).toEqual({
      path: ['address', 0, 'city'],
      entryId: addressIds[0],
      position: 1,
      value: 'Oslo',
      present: 'Rome',
    })
  })

  it('count the role also where it is sent only because the call demands it', () => {
    expect(pathsOf(customer(), inContact({ firstName: 'Eve' }))).toEqual(['contact.firstName', 'contact.role'])
  })

  it('of a contact or an address that the customer does not have are left out', () => {
    const now = customer({ contact: [], address: undefined })
    expect(pathsOf(now, { name: 'Volvo', ...inContact({ firstName: 'Eve' }), ...inAddress({ city: 'Oslo' }) })).toEqual(
      ['name'],
    )
  })

  it.each([
    ['name', { name: '' }, {}, '', ''],
    ['name', { name: null }, { name: null }, '', ''],
    ['vat', { invoiceConfiguration: { vat: '' } }, {}, '', ''],
    ['vat', { invoiceConfiguration: { vat: 0 } }, { invoiceConfiguration: null }, 0, ''],
    ['vat', { invoiceConfiguration: { vat: '' } }, { invoiceConfiguration: { vat: 0 } }, '', 0],
    ['campaign', { campaign: '' }, { campaign: null }, [], []],
    ['campaign', { campaign: [2, 1] }, { campaign: [1, 2] }, [2, 1], [1, 2]],
    ['customFields', { customFields: [] }, {}, [], []],
    [
      'customFields',
      { customFields: [{ keyValue: '', keyName: 'a' }] },
      { customFields: [{ keyName: 'a', keyValue: null }] },
      [{ keyName: 'a' }],
      [{ keyName: 'a' }],
    ],
    [
      'identity',
      inContact({ identity: [{ idNumber: '1', idType: 'ID' }] }),
      { contact: [{ id: contactId, identity: [{ idType: 'ID', idNumber: '1' }] }] },
      [{ idNumber: '1', idType: 'ID' }],
      [{ idNumber: '1', idType: 'ID' }],
    ],
    ['allowOfferDelegation', { allowOfferDelegation: false }, {}, false, ''],
  ] satisfies [string, object, object, ElementValue, ElementValue][])(
    '%s of %j where %j stands',
    (name, body, standing, value, present) => {
      const element = valueAt(customer(standing), body, name)
      // As text: the order of an entry's elements counts, because digests are made of it.
      expect(JSON.stringify([element?.value, element?.present])).toBe(JSON.stringify([value, present]))
    },
  )
})

describe('what names an element', () => {
  it('is its id in lower case and not its place in a body', () => {
    const [first, second] = [[], [{ id: addressIds[1], city: 'Bonn' }]].map(
      (before) =>
        patchedElements(customer(), patchOf({ address: [...before, { id: addressIds[0], city: 'Oslo' }] })).at(-1) ?? {
          path: [],
        },
    )
    expect(first?.path).not.toEqual(second?.path)
    expect([first, second].map((element) => element && elementKey(element))).toEqual(
      Array(2).fill(`address.${addressIds[0]}.city`),
    )
    expect(elementKey({ path: ['contact', 'role'], entryId: contactId.toUpperCase() })).toBe(
      `contact.${contactId}.role`,
    )
    expect(elementKey({ path: ['invoiceConfiguration', 'vat'] })).toBe('invoiceConfiguration.vat')
  })
})

describe('what the user saw', () => {
  const seen = seenDigests(patchedElements(standingAs(fullModify()), patchOf(fullModify())))
  /** A patch that changes every element, with what it would find. */
  const against = (now: CustomerDetails) =>
    patchedElements(
      now,
      patchOf(elementPaths.reduce((body, path) => withElement(body, path, otherValue(path)), fullModify())),
    )

  it('is unchanged where everything stands as it was', () => {
    expect(changedSince(against(standingAs(fullModify())), seen)).toEqual([])
  })

  it.each(elementPaths.map((path) => ({ path, name: path.join('.') })))(
    'is changed where $name is another or is NULL, and nothing else is named',
    ({ path }) => {
      const stands = at(fullModify(), path)
      // Neither what was seen nor what the patch wants.
      const third = typeof stands === 'string' ? 'third' : Array.isArray(stands) ? [] : null
      const now = standingAs(withElement(fullModify(), path, third))
      const changed = changedSince(against(now), seen)
      expect(changed?.map((element) => element.path)).toEqual([path])
      expect(changed?.[0]?.present).toEqual(third ?? '')
    },
  )

  it('is no conflict where others have set the very value that the patch wants', () => {
    const now = standingAs(elementPaths.reduce((body, path) => withElement(body, path, otherValue(path)), fullModify()))
    expect(changedSince(against(now), seen)).toEqual([])
  })

  it('does not depend on the place of an address among the others', () => {
    const { address = [], ...rest } = standingAs(fullModify())
    expect(changedSince(against({ ...rest, address: address.toReversed() }), seen)).toEqual([])
  })

  it('of another patch, or no digests at all, is told apart from an unchanged customer', () => {
    const elements = against(standingAs(fullModify()))
    for (const header of [
      '',
      'x',
      seen.slice(0, -1),
      `${seen}0`,
      seen.slice(7),
      seen.toUpperCase(),
      `${seen.slice(1)}é`,
    ]) {
      expect(changedSince(elements, header), header).toBeUndefined()
    }
    expect(changedSince([], '')).toEqual([])
  })

  it('of different values has different digests of one length', () => {
    const digest = (present: ElementValue) => seenDigests([{ path: [], value: '', present }])
    const awkward = [
      '',
      '0',
      0,
      1,
      -1,
      false,
      true,
      'a',
      'b',
      'A',
      'é',
      '\u202e',
      'x'.repeat(20_000),
      [],
      [1],
      ['1'],
      [{}],
    ]
    const digests = awkward.map(digest)
    expect(new Set(digests).size).toBe(awkward.length)
    for (const one of digests) expect(one).toMatch(/^[0-9a-z]{7}$/)
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        expect(digest(one) === digest(other)).toBe(one === other)
      }),
    )
  })
})
