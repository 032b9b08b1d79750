import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCreateCustomer } from '@/lib/contract/create-customer'
import { validCreate, validModify } from '@/lib/contract/customer.arbitrary'
import { type ModifyCustomer, parseModifyCustomer } from '@/lib/contract/modify-customer'
import { brokenRulesAfterMerge, readPatch, unknownIds } from '@/lib/contract/read-patch'
import type { Customer } from './customer'
import { merge } from './merge'
import { newContact, newCustomer } from './new-customer'

const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

function customerFrom(body: unknown): Customer {
  const parsed = parseCreateCustomer(body)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  let ids = 0
  return newCustomer(parsed.value, () => idOf(++ids))
}

/** A customer with one contact or two, and a patch whose ids are its own. */
const customerAndPatch = fc
  .tuple(validCreate, validModify, fc.boolean(), fc.nat(), fc.boolean())
  .map(([create, modify, second, chosen, backwards]): { customer: Customer; patch: ModifyCustomer } | undefined => {
    const customer = customerFrom(create)
    const identity = [{ idType: 'ID' as const, idNumber: '2' }]
    if (second) customer.contact.push(newContact({ identity, mobilePhoneNumber: '+4917604069000' }, idOf(99)))
    const { contact, address, ...plain } = modify as Record<string, object>
    const ids = customer.address.map(({ id }) => id)
    if (backwards) ids.reverse()
    const parsed = parseModifyCustomer({
      ...plain,
      ...(contact &&
        customer.contact.length > 0 && {
          contact: { ...contact, id: customer.contact[chosen % customer.contact.length]?.id },
        }),
      ...(Array.isArray(address) &&
        ids.length > 0 && {
          address: address.slice(0, ids.length).map((entry, index) => ({ ...entry, id: ids[index] })),
        }),
    })
    return parsed.ok ? { customer, patch: parsed.value } : undefined
  })
  // Without a contact or an address to speak of a patch may be left with nothing.
  .filter((made) => made !== undefined)

const wholes = /^(identity|campaign|customFields)$/

/**
 * The model: a customer as a flat list of places, entries under their id, what is replaced whole as one place. A patch writes places, and
 * nothing else happens.
 */
function placesOf(value: unknown, path: string, places: Map<string, string>): Map<string, string> {
  const whole = wholes.test(path.split('.').at(-1) ?? '')
  if (Array.isArray(value) && !whole) {
    for (const entry of value) placesOf(entry, `${path}[${entry.id}]`, places)
  } else if (value !== null && typeof value === 'object' && !whole) {
    for (const [name, child] of Object.entries(value)) placesOf(child, path ? `${path}.${name}` : name, places)
  } else {
    places.set(path, JSON.stringify(value))
  }
  return places
}

/** A patch in the words of a customer: null for what it empties, [] where that is a whole, every element of an entry of a whole. */
function written(patch: ModifyCustomer): unknown {
  const contact = patch.contact && {
    ...patch.contact,
    ...(patch.contact.identity && {
      identity: patch.contact.identity.map((entry) => ({ idType: '', idNumber: '', ...entry })),
    }),
  }
  const fields = patch.customFields
  const wordy = {
    ...patch,
    ...(contact && { contact: [contact] }),
    ...(fields && { customFields: fields.map(({ keyName, keyValue = '' }) => ({ keyName, keyValue })) }),
  }
  return JSON.parse(JSON.stringify(wordy), (name, value) => (value === '' ? (wholes.test(name) ? [] : null) : value))
}

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object') for (const child of Object.values(value)) deepFreeze(child)
  return Object.freeze(value)
}

describe('the merge', () => {
  it('does what the model says and nothing else, to any customer with any patch', () => {
    fc.assert(
      fc.property(customerAndPatch, ({ customer, patch }) => {
        const expected = placesOf(written(patch), '', placesOf(customer, '', new Map()))
        expect(placesOf(merge(customer, patch), '', new Map())).toEqual(expected)
      }),
      { numRuns: 300 },
    )
  })

  it('leaves its arguments as they were, and the same patch twice is the same as once', () => {
    fc.assert(
      fc.property(customerAndPatch, ({ customer, patch }) => {
        const once = merge(deepFreeze(customer), deepFreeze(patch))
        expect(merge(once, patch)).toEqual(once)
      }),
      { numRuns: 100 },
    )
  })

  it('keeps the order of contacts and addresses, whatever the order of the patch', () => {
    fc.assert(
      fc.property(customerAndPatch, ({ customer, patch }) => {
        const merged = merge(customer, patch)
        const ids = ({ contact, address }: Customer) => [...contact, ...address].map(({ id }) => id)
        expect(ids(merged)).toEqual(ids(customer))
      }),
      { numRuns: 100 },
    )
  })
})

describe('a patch', () => {
  it('that is accepted breaks no rule when it is applied to the same customer', () => {
    fc.assert(
      fc.property(customerAndPatch, ({ customer, patch }) => {
        const read = readPatch(customer, patch)
        fc.pre(read.ok)
        expect(read.ok && read.value).toEqual(patch)
        expect([...unknownIds(customer, patch), ...brokenRulesAfterMerge(customer, patch)]).toEqual([])
        for (const { landlinePhoneNumber, mobilePhoneNumber, id } of merge(customer, patch).contact) {
          if (id === patch.contact?.id) expect(landlinePhoneNumber ?? mobilePhoneNumber).not.toBeNull()
        }
      }),
      { numRuns: 150 },
    )
  })

  it('of any shape is read or refused, with a path and a code for every fault', () => {
    const customer = customerFrom({
      status: 'ACTIVE',
      currency: 'EUR',
      contact: { identity: [{ idType: 'ID', idNumber: '1' }], mobilePhoneNumber: '+4917604069000' },
      address: [{ pobox: '1', zipCode: '1', city: 'a', country: 'b', fullName: 'c' }],
    })
    const id = fc.constantFrom(idOf(1), idOf(2), idOf(3), 'x', 5, null, ['a'])
    const part = fc.oneof(
      fc.jsonValue(),
      fc.record({ id, role: fc.constant('NONE'), pobox: fc.jsonValue(), mobilePhoneNumber: fc.jsonValue() }),
    )
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          contact: fc.oneof(part, fc.record({ contact: part })),
          address: fc.oneof(fc.jsonValue(), fc.array(part)),
          invoiceConfiguration: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
    )
    fc.assert(
      fc.property(body, (sent) => {
        const read = readPatch(customer, JSON.parse(JSON.stringify(sent)))
        if (read.ok) return
        expect(read.problems.length).toBeGreaterThan(0)
        for (const { path, code } of read.problems) expect([Array.isArray(path), typeof code]).toEqual([true, 'string'])
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    [
      'the only phone number',
      { contact: { id: idOf(1), role: 'NONE', mobilePhoneNumber: '' } },
      'contact.mobilePhoneNumber phoneNeeded',
    ],
    ['the post office box', { address: [{ id: idOf(2), pobox: null }] }, 'address.0.pobox streetOrPoboxNeeded'],
    [
      'the unit alone',
      { invoiceConfiguration: { paymentDueUnits: '' } },
      'invoiceConfiguration.paymentDueUnits paymentDueUnitsNeeded',
    ],
  ])('may not take away %s', (_, patch, fault) => {
    const customer = customerFrom({
      status: 'ACTIVE',
      currency: 'EUR',
      contact: { identity: [{ idType: 'ID', idNumber: '1' }], mobilePhoneNumber: '+4917604069000' },
      address: [{ pobox: '1', zipCode: '1', city: 'a', country: 'b', fullName: 'c' }],
      invoiceConfiguration: { paymentDueAfterInvoiceIssued: 1, paymentDueUnits: 'DAYS' },
    })
    const read = readPatch(customer, patch)
    expect(read.ok ? [] : read.problems.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([fault])
  })
})
