import { describe, expect, it } from 'vitest'
import { parseCreateCustomer } from '@/lib/contract/create-customer'
import { currencies } from '@/lib/contract/currency'
import { bytesOf, invoiceTextMaxBytes } from '@/lib/contract/element'
import { countries } from '@/lib/sandbox/countries'
import { citadelCompanies, concordCompanies, libertyCompanies, wholesaleCompanies } from './companies'
import { createOf, secondContactOf } from './company-customer'
import { demoData } from './demo-data'
import { places } from './places'

const data = demoData()
const named = (name: string) => {
  const found = data.customers.find((customer) => customer.name === name)
  if (!found) throw new Error(`no ${name}`)
  return found
}
const childrenOf = (name: string) => data.customers.filter(({ parentId }) => parentId === named(name).id)
const companies = [...libertyCompanies, ...concordCompanies, ...citadelCompanies, ...wholesaleCompanies]
const isLuhn = (digits: string) =>
  Array.from(digits, Number)
    .reverse()
    .map((digit, index) => (index % 2 === 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2))
    .reduce((sum, digit) => sum + digit, 0) %
    10 ===
  0

describe('the demo data', () => {
  it('are the same at every run', () => {
    expect(demoData()).toEqual(data)
  })

  it.each([
    ['Liberty Telecom', 'DISABLED', 2, 40],
    ['Concord Mobile', 'ENABLED', 2, 5],
    ['Citadel Networks', 'MANDATORY', 2, 4],
    ['Summit Four', 'DISABLED', 4, 0],
    ['Liberty Wholesale', expect.any(String), 3, 1],
  ])('hold %s: MFA %s, level %d, with %d sub-customers', (name, mfaConfiguration, level, count) => {
    expect(named(name)).toMatchObject({ mfaConfiguration, level, status: 'ACTIVE' })
    expect(childrenOf(name)).toHaveLength(count)
  })

  it('have an API user for each parent and for Liberty Wholesale, and one root', () => {
    const usernames = data.publicApiUsers.map(({ username, customerId }) => [
      username,
      data.customers.find(({ id }) => id === customerId)?.name,
    ])
    expect(usernames).toEqual([
      ['api@liberty.example', 'Liberty Telecom'],
      ['api@wholesale.example', 'Liberty Wholesale'],
      ['api@concord.example', 'Concord Mobile'],
      ['api@citadel.example', 'Citadel Networks'],
      ['api@summit.example', 'Summit Four'],
    ])
    expect(data.customers.filter(({ level }) => level === 1).map(({ parentId }) => parentId)).toEqual([null])
  })

  it('are creates that the contract accepts as they are', () => {
    for (const company of companies) {
      const create = createOf(company)
      expect(parseCreateCustomer(create), company.name).toEqual({ ok: true, value: create })
      const contact = secondContactOf(company)
      if (contact)
        expect(parseCreateCustomer({ ...create, contact })).toEqual({ ok: true, value: { ...create, contact } })
    }
  })

  it('come from many countries, with a currency and invoice text that are real', () => {
    const codes = new Set(countries.map(({ code }) => code))
    for (const [code, place] of Object.entries(places)) {
      expect(place.country).toBe(code)
      expect(codes.has(code)).toBe(true)
      expect(currencies).toContain(place.currency)
      expect(bytesOf(place.invoiceText), place.invoiceText).toBeLessThanOrEqual(invoiceTextMaxBytes)
    }
    expect(new Set(libertyCompanies.map(({ country }) => country)).size).toBeGreaterThan(25)
  })

  it('show every shape that a page must cope with', () => {
    const liberty = childrenOf('Liberty Telecom')
    expect(new Set(liberty.map(({ address }) => address.length))).toEqual(new Set([0, 1, 2, 3]))
    expect(new Set(liberty.map(({ contact }) => contact.length))).toEqual(new Set([1, 2]))
    expect(new Set(liberty.map(({ status }) => status))).toEqual(new Set(['ACTIVE', 'SUSPEND']))
    expect(new Set(liberty.map(({ type }) => type))).toEqual(new Set(['PRIVATE', 'BUSINESS']))
    expect(new Set(liberty.map(({ mfaConfiguration }) => mfaConfiguration)).size).toBe(3)
    const active = liberty.filter(({ status }) => status === 'ACTIVE')
    expect(active.length).toBeGreaterThan(liberty.length * 0.7)
    for (const scripts of [
      /\p{Script=Greek}/u,
      /\p{Script=Cyrillic}/u,
      /\p{Script=Hebrew}/u,
      /\p{Script=Arabic}/u,
      /\p{Script=Han}/u,
    ]) {
      expect(liberty.some(({ name }) => scripts.test(name ?? ''))).toBe(true)
    }
  })

  it('have SIMs with right check digits, no two alike, 500 of them at one customer', () => {
    const { subscribers } = data
    for (const element of ['id', 'iccid', 'imsi', 'msisdn'] as const) {
      expect(new Set(subscribers.map((sim) => sim[element])).size, element).toBe(subscribers.length)
    }
    for (const { iccid, imsi, msisdn, imei } of subscribers) {
      expect(iccid).toMatch(/^89\d{17,18}$/)
      expect(isLuhn(iccid)).toBe(true)
      expect(imsi).toMatch(/^\d{15}$/)
      expect(msisdn).toMatch(/^\+[1-9]\d{6,14}$/)
      if (imei) expect([imei.length, isLuhn(imei)]).toEqual([15, true])
    }
    const largest = named('Nordlicht Spedition GmbH').id
    expect(subscribers.filter(({ customerId }) => customerId === largest)).toHaveLength(500)
  })

  it('have external parameters within the limit of five, names unique, and values of them', () => {
    const perEntity = new Map<string, number>()
    for (const { ownerId, entityType } of data.definitions) {
      perEntity.set(`${ownerId} ${entityType}`, (perEntity.get(`${ownerId} ${entityType}`) ?? 0) + 1)
    }
    expect(Math.max(...perEntity.values())).toBeLessThanOrEqual(5)
    const owner = named('Liberty Telecom').id
    const liberty = data.definitions.filter(({ ownerId }) => ownerId === owner).map(({ id }) => id)
    const values = data.values.filter(({ definitionId }) => liberty.includes(definitionId))
    expect(values.length).toBeGreaterThan(80)
    const ids = new Set([...data.customers, ...data.subscribers, ...data.plans].map(({ id }) => id))
    for (const { entityId, value } of data.values)
      expect([ids.has(entityId), value.trim() !== '']).toEqual([true, true])
  })
  it('have plans at each parent that signs in, some with an external parameter', () => {
    const owners = new Set(data.publicApiUsers.map(({ customerId }) => customerId))
    expect(new Set(data.plans.map(({ ownerId }) => ownerId))).toEqual(owners)
    const planIds = data.plans.map(({ id }) => id)
    expect(new Set(planIds).size).toBe(planIds.length)
    expect(data.values.filter(({ entityId }) => planIds.includes(entityId)).length).toBeGreaterThan(1)
  })
})
