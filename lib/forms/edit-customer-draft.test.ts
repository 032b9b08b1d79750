import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fullModify } from '@/lib/contract/customer.arbitrary'
import { type CustomerDetails, customerDetails } from '@/lib/contract/customer-details'
import { beforeAndAfter, editedCase, inputOf, type Stored } from './edit-customer.arbitrary'
import { draftOfCustomer, toEditedCustomer } from './edit-customer-draft'
import { valueAt } from './field-name'
import { patchOf } from './patch'

const { contact, ...fullRest } = fullModify()
const full: CustomerDetails = { ...fullRest, customerId: 'a', contact: [contact] }

/** The details that a platform answers of a customer: what is NULL is null. */
function detailsOf(stored: Stored): CustomerDetails {
  const text = JSON.stringify({ ...stored, customerId: 'a' }, (_, value) => (value === '' ? null : value))
  return customerDetails.parse(JSON.parse(text))
}

/** What somebody types to give an element a value. */
function typed(path: (string | number)[], value: unknown): unknown {
  if (path[0] === 'campaign') return (value as number[]).join(', ')
  return typeof value === 'number' ? String(value) : value
}

describe('the draft of any customer', () => {
  test('is the customer again on its way back, and with edits the edited one', () => {
    fc.assert(
      fc.property(editedCase, (made) => {
        const { before, after } = beforeAndAfter(made)
        const draft = draftOfCustomer(detailsOf(made.stored), before.contact.id)
        expect(patchOf(before, toEditedCustomer(draft))).toEqual({})
        for (const { path, value } of made.edits) {
          const segments = inputOf(path).split('.')
          const parent = valueAt({ draft }, ['draft', ...segments.slice(0, -1)].join('.')) as Record<string, unknown>
          parent[segments.at(-1) ?? ''] = typed(path, value)
        }
        expect(patchOf(after, toEditedCustomer(draft))).toEqual({})
      }),
      { numRuns: 10_000 },
    )
  })
})

describe('the draft of a customer', () => {
  test('holds everything that a modify can change, as texts and flags, and nothing else', () => {
    const { invoiceConfiguration } = fullRest
    expect(draftOfCustomer({ ...full, status: 'ACTIVE', currency: 'EUR', logo: 'x', level: 2 })).toEqual({
      ...fullRest,
      contact,
      invoiceConfiguration: {
        ...invoiceConfiguration,
        deviceCost: '1.5',
        paymentDueAfterInvoiceIssued: '15',
        vat: '8.5',
      },
      campaign: '1, 22, 333',
    })
    expect(toEditedCustomer(draftOfCustomer(full))).toEqual(fullModify())
  })

  test('of which nothing is told is blank, and its flags count as false', () => {
    const draft = draftOfCustomer({ customerId: 'a', address: [{ id: 'b' }] })
    expect(draft).toMatchObject({ name: '', contact: { id: '', identity: [] }, campaign: '', customFields: [] })
    expect(toEditedCustomer(draft)).toMatchObject({
      name: '',
      allowOfferDelegation: false,
      isAllowedImeiLock: false,
      contact: { id: '', role: '', isPrimary: false },
      address: [{ id: 'b', city: '', isPrimary: false }],
      invoiceConfiguration: { chargeByActive: '', vat: '' },
      campaign: [],
      customFields: [],
    })
  })

  test('is that of the contact asked for, else of the primary one, else of the first', () => {
    const [first, second, primary] = [{ id: '1' }, { id: '2', isPrimary: false }, { id: '3', isPrimary: true }]
    const idOf = (contacts: { id: string }[], id?: string) =>
      draftOfCustomer({ customerId: 'a', contact: contacts }, id).contact.id
    expect(idOf([first, second, primary], '2')).toBe('2')
    expect(idOf([first, second, primary])).toBe('3')
    expect(idOf([first, second])).toBe('1')
    expect(idOf([])).toBe('')
  })

  test('has a blank contact where the one asked for is none of the customer: never another person', () => {
    expect(draftOfCustomer(full, 'b').contact).toEqual(draftOfCustomer({ customerId: 'a' }).contact)
  })

  test('keeps values of enumerations that are newer than this console', () => {
    const draft = draftOfCustomer({ ...full, type: 'GOVERNMENT', address: [{ id: 'b', title: 'DAME' }] })
    expect(toEditedCustomer(draft)).toMatchObject({ type: 'GOVERNMENT', address: [{ id: 'b', title: 'DAME' }] })
  })
})

describe('campaigns are read', () => {
  test.each([
    ['', []],
    [' ', []],
    ['1, 2, 3', [1, 2, 3]],
    ['1,2;3\n4', [1, 2, 3, 4]],
    ['1, , 3,', [1, 3]],
    ['007, 0', [7, 0]],
    ['1, x', [1, 'x']],
    ['1.5, -1', [1.5, -1]],
    ['1 000', ['1 000']],
    ['9007199254740993', ['9007199254740993']],
  ])('%j as %j', (campaign, numbers) => {
    expect(toEditedCustomer({ ...draftOfCustomer(full), campaign }).campaign).toEqual(numbers)
  })
})
