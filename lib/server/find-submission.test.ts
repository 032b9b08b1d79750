import { describe, expect, it } from 'vitest'
import type { CreateCustomer } from '@/lib/contract/create-customer'
import type { CustomerDetails } from '@/lib/contract/customer-details'
import { holds } from '@/lib/server/find-submission'

const sent: CreateCustomer = {
  status: 'ACTIVE',
  name: 'Acme',
  currency: 'EUR',
  contact: { identity: [{ idType: 'ID', idNumber: '1' }], mobilePhoneNumber: '+4915123456789' },
  address: [{ zipCode: '1', city: 'Bonn', country: 'DEU', fullName: 'A', pobox: '7' }],
}
const held: CustomerDetails = {
  customerId: 'c1',
  status: 'ACTIVE',
  type: 'PRIVATE',
  name: 'Acme',
  currency: 'EUR',
  allowOfferDelegation: false,
  contact: [
    { id: 'k1', role: 'NONE', identity: [{ idType: 'ID', idNumber: '1' }], mobilePhoneNumber: '+4915123456789' },
  ],
  address: [{ id: 'a1', type: 'PRIVATE', zipCode: '1', city: 'Bonn', country: 'DEU', fullName: 'A', pobox: '7' }],
}

describe('holds', () => {
  it('finds a customer that has all that was sent, with ids and defaults added', () => {
    expect(holds(held, sent)).toBe(true)
  })

  it.each<[string, CreateCustomer]>([
    ['another currency', { ...sent, currency: 'USD' }],
    ['an element that the customer lacks', { ...sent, vatRegistrationNumber: '5' }],
    ['another city', { ...sent, address: [{ zipCode: '1', city: 'Köln', country: 'DEU', fullName: 'A', pobox: '7' }] }],
    ['another identity', { ...sent, contact: { ...sent.contact, identity: [{ idType: 'ID', idNumber: '2' }] } }],
  ])('does not take a customer for one that was sent with %s', (_, other) => {
    expect(holds(held, other)).toBe(false)
  })
})
