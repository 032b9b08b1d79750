import { describe, expect, it } from 'vitest'
import type { MergedCustomer } from './conditional-rules'
import { addressIds, contactId } from './customer.arbitrary'
import { readPatch, readPatchAlone } from './read-patch'

const [first, second] = addressIds
const customer = {
  contact: [{ id: contactId, mobilePhoneNumber: '4917012345' }],
  address: addressIds.map((id) => ({ id, pobox: '1' })),
}
/** The same customer, told by a platform that writes its ids in upper case. */
const upperCase = {
  contact: customer.contact.map((entry) => ({ ...entry, id: entry.id.toUpperCase() })),
  address: customer.address.map((entry) => ({ ...entry, id: entry.id.toUpperCase() })),
}

function faultsOf(body: unknown, standing: MergedCustomer = customer): string[] {
  const read = readPatch(standing, body)
  return read.ok ? [] : read.problems.map(({ path, code }) => `${path.join('.')} ${code}`)
}

describe('a patch is read against the customer as it stands', () => {
  it.each([
    ['lower', 'lower', (id: string) => id, customer],
    ['upper', 'lower', (id: string) => id.toUpperCase(), customer],
    ['lower', 'upper', (id: string) => id, upperCase],
    ['upper', 'upper', (id: string) => id.toUpperCase(), upperCase],
  ])('ids in %s case are those of the customer in %s case, for every rule', (_, __, sent, standing) => {
    const contact = { id: sent(contactId), role: 'NONE', mobilePhoneNumber: '' }
    expect(faultsOf({ contact }, standing)).toEqual(['contact.mobilePhoneNumber phoneNeeded'])
    expect(faultsOf({ address: [{ id: sent(second), pobox: '' }] }, standing)).toEqual([
      'address.0.pobox streetOrPoboxNeeded',
    ])
    expect(
      faultsOf({ address: [{ id: sent(second), pobox: '', street: 'A', buildingNumber: '1' }] }, standing),
    ).toEqual([])
  })

  it('the same address twice, in two spellings of its id, is one too many', () => {
    const address = [
      { id: first, city: 'Bonn' },
      { id: first.toUpperCase(), city: 'Rome' },
    ]
    expect(faultsOf({ address })).toEqual(['address.1.id duplicate'])
  })

  it('an id of nobody, or of an entry of the other kind, is blamed at its path in the body as sent', () => {
    expect(faultsOf({ contact: { id: first, role: 'NONE' }, address: [{ id: contactId, city: 'Bonn' }] })).toEqual([
      'contact.id unknownId',
      'address.0.id unknownId',
    ])
    expect(faultsOf({ contact: { contact: { id: first, role: 'NONE' } } })).toEqual(['contact.contact.id unknownId'])
  })

  it('gives what it gives without the customer, where that finds no more fault', () => {
    const body = {
      name: null,
      contact: { contact: { id: contactId.toUpperCase(), role: 'selfcare' } },
      address: [{ id: first.toUpperCase(), city: 'Bonn' }],
    }
    const value = {
      name: '',
      contact: { id: contactId, role: 'SELFCARE' },
      address: [{ id: first, city: 'Bonn' }],
    }
    expect(readPatch(customer, body)).toEqual({ ok: true, value })
    expect(readPatchAlone(body)).toEqual({ ok: true, value })
    // A key of a submission is compared by the text of it.
    expect(JSON.stringify(readPatchAlone(body))).toBe(JSON.stringify(readPatch(customer, body)))
  })
})
