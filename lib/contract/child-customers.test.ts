import { describe, expect, it } from 'vitest'
import {
  childCustomer,
  exactNameQuery,
  externalParamQuery,
  externalParamSelector,
  nameQuery,
  parseChildCustomersQuery,
} from './child-customers'
import { readings } from './customer.arbitrary'

const { faults, read } = readings(parseChildCustomersQuery)

describe('the query of the list', () => {
  it('has the defaults of the platform', () => {
    expect(read({})).toEqual({ page: 0, size: 10, sort: 'name,asc' })
  })

  it('reads numbers from the texts of an address', () => {
    expect(read({ page: '3', size: '100', sort: 'name,desc', query: 'customerName==*a*' })).toEqual({
      page: 3,
      size: 100,
      sort: 'name,desc',
      query: 'customerName==*a*',
    })
  })

  it('takes a page far past the end, which is merely empty', () => {
    expect(read({ page: '1000000000', size: '100' })).toMatchObject({ page: 1_000_000_000, size: 100 })
    expect(read({ page: '9'.repeat(15) })).toMatchObject({ page: 999_999_999_999_999 })
  })

  it.each([
    [{ page: '-1' }, 'page', 'wrongType'],
    [{ page: 'x' }, 'page', 'wrongType'],
    [{ page: '' }, 'page', 'wrongType'],
    [{ page: '1.5' }, 'page', 'wrongType'],
    [{ page: '9'.repeat(30) }, 'page', 'wrongType'],
    [{ size: '0' }, 'size', 'tooSmall'],
    [{ size: '101' }, 'size', 'tooLarge'],
    [{ sort: '' }, 'sort', 'invalid'],
    [{ sort: 'name,up' }, 'sort', 'invalid'],
    [{ sort: 'name;drop' }, 'sort', 'invalid'],
    [{ query: 'a\0' }, 'query', 'nulCharacter'],
    [{ other: '1' }, 'other', 'unknownElement'],
  ])('refuses %j', (search, name, code) => {
    expect(faults(search)).toEqual([{ path: [name], code }])
  })

  it.each(['name', 'name,asc', 'NAME,DESC', 'customerName,desc', 'customerId'])('sorts by %s', (sort) => {
    expect(read({ sort })).toMatchObject({ sort })
  })
})

describe('the RSQL of a name search', () => {
  it('quotes what a user typed, so that no character of it is read as an operator', () => {
    expect(nameQuery('a";b==c,(d)\\')).toBe('customerName=="*a\\";b==c,(d)\\\\*"')
    expect(exactNameQuery("O'Hara & Söhne")).toBe('customerName=="O\'Hara & Söhne"')
  })
})

describe('the RSQL of a search by an external parameter', () => {
  it.each([
    ['crmAccountId', 'externalParam.crmAccountId'],
    ['Größe*', 'externalParam.Größe*'],
    ['CRM account', 'externalParam.CRM%20account'],
    ['100%', 'externalParam.100%25'],
    [`a"b'c(d)e;f,g=h!i~j<k>`, 'externalParam.a%22b%27c%28d%29e%3Bf%2Cg%3Dh%21i%7Ej%3Ck%3E'],
  ])('names %s by %s', (name, selector) => {
    expect(externalParamSelector(name)).toBe(selector)
  })

  it('finds a part of the value', () => {
    expect(externalParamQuery('Cost centre', 'CC "1"')).toBe('externalParam.Cost%20centre=="*CC \\"1\\"*"')
  })
})

it('a sub-customer without a name is listed with none, and elements that are unknown are ignored', () => {
  expect(childCustomer.parse({ customerId: 'a', customerName: null, extra: 1 })).toEqual({
    customerId: 'a',
    customerName: '',
  })
  expect(childCustomer.parse({ customerId: 'a' })).toEqual({ customerId: 'a', customerName: '' })
  expect(childCustomer.safeParse({ customerName: 'x' }).success).toBe(false)
})
