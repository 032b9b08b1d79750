import { describe, expect, it } from 'vitest'
import { parseCreateCustomer } from './create-customer'
import { parseModifyCustomer } from './modify-customer'
import { maxValues } from './well-formed'

describe('a body with more values than any customer has', () => {
  const many = (value: unknown) => Array.from({ length: 60_000 }, () => value)
  it.each([
    ['empty addresses', { address: many({}) }],
    ['numbers for addresses', { address: many(1) }],
    ['numbers for custom fields', { customFields: many(1) }],
    ['campaigns', { campaign: many(1) }],
    ['unknown elements', Object.fromEntries(many(0).map((_, index) => [`x${index}`, 1]))],
  ])('is refused as a whole, without a fault for each: %s', (_, part) => {
    const refused = {
      ok: false,
      problems: [expect.objectContaining({ code: 'tooManyValues', params: { max: maxValues } })],
    }
    expect(parseCreateCustomer({ status: 'ACTIVE', currency: 'EUR', ...part })).toEqual(refused)
    expect(parseModifyCustomer(part)).toEqual(refused)
  })

  it('is not one with 400 whole addresses', () => {
    const address = {
      zipCode: '1',
      city: 'Bonn',
      country: 'DEU',
      fullName: 'Ada',
      pobox: '7',
      street: 's',
      buildingNumber: '1',
    }
    const body = { status: 'ACTIVE', currency: 'EUR', address: Array.from({ length: 400 }, () => address) }
    expect(parseCreateCustomer(body).ok).toBe(true)
  })
})
