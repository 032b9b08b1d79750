import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CreateCustomer, parseCreateCustomer } from '@/lib/contract/create-customer'
import { fullCreate, validCreate } from '@/lib/contract/customer.arbitrary'
import { blankCustomer, blankIdentity, newAddress, newCustomer } from './create-customer-draft'
import { fromWire } from './from-wire'
import { toCreateCustomer, toWire } from './to-wire'

const draft = (change: Partial<typeof newCustomer>) => toCreateCustomer({ ...newCustomer, currency: 'USD', ...change })
const untouched = {
  status: 'ACTIVE',
  type: 'PRIVATE',
  currency: 'USD',
  allowOfferDelegation: false,
  isAllowedImeiLock: false,
  mfaConfiguration: 'MANDATORY',
}

describe('an element goes to the wire', () => {
  test.each([
    ['name', ' Liberty ', ' Liberty '],
    ['name', '007', '007'],
    ['emailAddress', ' a@b.co ', 'a@b.co'],
    ['vat', '8.5', 8.5],
    ['vat', ' 8.50 ', 8.5],
    ['vat', '8,5', 8.5],
    ['vat', '1,234', '1,234'],
    ['vat', 'eight', 'eight'],
    ['vat', '-1', -1],
    ['paymentDueAfterInvoiceIssued', '15', 15],
    ['paymentDueAfterInvoiceIssued', '1.5', 1.5],
    ['deviceCost', '0', 0],
    ['mobilePhoneNumber', '+972 (54) 226-51.60', '+972542265160'],
    ['landlinePhoneNumber', '972 3\u00a0900\u2013000', '9723900000'],
    ['additionalPhoneNumber', '+44 (0)20 7946 0958', '+44 (0)20 7946 0958'],
    ['birthdate', '2000-12-28', '28122000'],
    ['birthdate', '28122000', '28122000'],
    ['birthdate', 'yesterday', 'yesterday'],
    ['isPrimary', true, true],
  ])('%s %j as %j', (name, typed, wire) => {
    expect(toWire({ [name]: typed }, 'dropped')).toEqual({ [name]: wire })
  })

  test('what is empty is not given on create, and empties on modify', () => {
    const typed = { name: '', vat: '', isPrimary: undefined }
    expect(toWire(typed, 'dropped')).toEqual({})
    expect(toWire(typed, 'kept')).toEqual({ name: '', vat: '' })
  })
})

describe('a create', () => {
  test('sends what the form preselects and nothing else where nothing else is told', () => {
    expect(draft({})).toEqual(untouched)
  })

  test.each([
    ['type', 'OWNER'],
    ['role', 'SELFCARE'],
    ['isPrimary', true],
    ['remarks', ' '],
    ['identity', [{ idType: 'ID', idNumber: '1' }]],
  ])('gives a contact whose %s is told', (name, value) => {
    const body = draft({ contact: { ...newCustomer.contact, [name]: value } })
    const contact = { type: 'MEMBER', role: 'NONE', isPrimary: false, identity: [], [name]: value }
    expect(body).toEqual({ ...untouched, contact })
  })

  test('keeps an entry that was added and left blank, so that indices are those of the form', () => {
    const city = { ...newAddress, city: 'Haifa' }
    const contact = { ...newCustomer.contact, identity: [blankIdentity] }
    expect(draft({ contact, address: [newAddress, city], customFields: [{ keyName: '', keyValue: '' }] })).toEqual({
      ...untouched,
      contact: { type: 'MEMBER', role: 'NONE', isPrimary: false, identity: [{}] },
      address: [
        { type: 'PRIVATE', isPrimary: false },
        { type: 'PRIVATE', isPrimary: false, city: 'Haifa' },
      ],
      customFields: [{}],
    })
  })

  test('with every element of the page arrives as it stands', () => {
    expect(toCreateCustomer(fromWire(fullCreate(), blankCustomer))).toEqual(fullCreate())
  })

  test('of any valid body is the same body again after a way through the form', () => {
    fc.assert(
      fc.property(validCreate, (body) => {
        const given = readCreate(body)
        expect(readCreate(toCreateCustomer(fromWire(given, blankCustomer)))).toEqual(withoutEmptyParts(given))
      }),
    )
  })
})

function readCreate(body: unknown): CreateCustomer {
  const parsed = parseCreateCustomer(body)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

/** An empty list or object asks for nothing: a form leaves it out. */
function withoutEmptyParts(body: CreateCustomer) {
  const given = Object.entries(body).filter(([, value]) => typeof value !== 'object' || Object.keys(value).length > 0)
  return Object.fromEntries(given)
}
