import { describe, expect, it } from 'vitest'
import type { CreateCustomer } from '@/lib/contract/create-customer'
import { addressIds, contactId, fullCreate, fullModify } from '@/lib/contract/customer.arbitrary'
import { customerDetails } from '@/lib/contract/customer-details'
import type { ModifyCustomer } from '@/lib/contract/modify-customer'
import { patchedElements } from '@/lib/contract/patched-elements'
import { recordedChange } from '@/lib/contract/recorded-request'
import { changesOfCreate, changesOfPatch } from '@/lib/server/recorded-changes'

const identityOf = (...idNumbers: string[]) => idNumbers.map((idNumber) => ({ idType: 'ID' as const, idNumber }))
const withIdentity = (...idNumbers: string[]) => ({
  id: contactId,
  role: 'NONE' as const,
  identity: identityOf(...idNumbers),
})

/** What is recorded of a patch of a customer that stands as told. */
function recorded(standing: object, patch: object) {
  const now = customerDetails.parse({ customerId: 'c1', ...standing })
  return changesOfPatch(patchedElements(now, patch as ModifyCustomer))
}

/** How an identity number reads in the record. */
function masked(idNumber: string): unknown {
  const [change] = recorded({ contact: [{ id: contactId, role: 'NONE' }] }, { contact: withIdentity(idNumber) })
  return (change?.after as { idNumber?: string }[] | undefined)?.[0]?.idNumber
}

describe('an identity number in the record', () => {
  it.each([
    ['1', '•'],
    ['123456', '••••••'],
    ['1234567', '••••567'],
    ['X 123/456-789', '••••••••••789'],
    ['12345😀😀', '••••5😀😀'],
    ['😀😀😀😀😀😀', '••••••'],
  ])('%s is %s', (idNumber, shown) => {
    expect(masked(idNumber)).toBe(shown)
  })

  it('is masked where it stood and where it is set, and tells what kind of document it is', () => {
    const standing = { contact: [{ id: contactId, role: 'NONE', identity: identityOf('123456789') }] }
    expect(recorded(standing, { contact: withIdentity('987654321', '42') })).toEqual([
      {
        path: ['contact', 'identity'],
        entryId: contactId,
        before: [{ idType: 'ID', idNumber: '••••••789' }],
        after: [
          { idType: 'ID', idNumber: '••••••321' },
          { idType: 'ID', idNumber: '••' },
        ],
      },
    ])
  })

  it('is masked in a create as well', () => {
    const changes = changesOfCreate(fullCreate() as CreateCustomer)
    expect(changes.find(({ path }) => path.at(-1) === 'identity')).toEqual({
      path: ['contact', 'identity'],
      before: '',
      after: [
        { idType: 'PASSPORT', idNumber: '••••••789' },
        { idType: 'ID', idNumber: '••••••321' },
      ],
    })
    for (const { idNumber } of fullCreate().contact.identity) expect(JSON.stringify(changes)).not.toContain(idNumber)
  })

  it('does not mask an element of that name elsewhere, nor what is no number of a document', () => {
    const customFields = [{ keyName: 'idNumber', keyValue: '123456789' }]
    expect(recorded({}, { name: '123456789', customFields }).map(({ after }) => after)).toEqual([
      customFields,
      '123456789',
    ])
  })
})

describe('what is recorded of a patch', () => {
  it('is what it changes, old and new; what it repeats is left out', () => {
    const standing = { name: 'Volvo', vatRegistrationNumber: 'A', contact: [{ id: contactId, role: 'NONE' }] }
    const contact = { id: contactId, role: 'NONE', firstName: 'Grace' }
    expect(recorded(standing, { name: 'Volvo', vatRegistrationNumber: '', campaign: '', contact })).toEqual([
      { path: ['contact', 'firstName'], entryId: contactId, before: '', after: 'Grace' },
      { path: ['vatRegistrationNumber'], before: 'A', after: '' },
    ])
  })

  it('names an address by its place among those of the customer, whatever its place in the patch', () => {
    const standing = { address: ['a', 'b', addressIds[1], addressIds[0]].map((id) => ({ id, city: 'Bonn' })) }
    const address = addressIds.map((id) => ({ id, city: 'Oslo' }))
    expect(recorded(standing, { address }).map(({ path, entryId }) => [path, entryId])).toEqual([
      [['address', 3, 'city'], addressIds[0]],
      [['address', 2, 'city'], addressIds[1]],
    ])
  })

  it('is nothing where the patch finds everything as it wants it', () => {
    const { contact, address, ...rest } = fullModify()
    expect(recorded({ ...rest, contact: [contact], address }, fullModify())).toEqual([])
  })

  it('has the shape of the contract', () => {
    const standing = { contact: [{ id: contactId }], address: addressIds.map((id) => ({ id })) }
    const changes = recorded(standing, fullModify())
    expect(changes.map((change) => recordedChange.parse(change))).toEqual(changes)
  })
})

describe('what is recorded of a create', () => {
  it('is every element that it gives, with nothing before; lists of documents and custom fields are whole', () => {
    const changes = changesOfCreate(fullCreate() as CreateCustomer)
    expect(changes.every(({ before }) => before === '')).toBe(true)
    const paths = changes.map(({ path }) => path.join('.'))
    expect(paths).toEqual(
      expect.arrayContaining(['name', 'contact.role', 'address.1.zipCode', 'invoiceConfiguration.vat']),
    )
    expect(paths.filter((path) => path.includes('customFields'))).toEqual(['customFields'])
    expect(new Set(paths).size).toBe(paths.length)
    expect(changes.map((change) => recordedChange.parse(change))).toEqual(changes)
  })
})
