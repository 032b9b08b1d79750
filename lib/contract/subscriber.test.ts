import { expect, it } from 'vitest'
import { readings } from './customer.arbitrary'
import { parseSubscribersQuery, subscriberQuery } from './subscriber'

const { faults, read } = readings(parseSubscribersQuery)

it('subscribers are listed ten at a time unless told otherwise, a hundred at most', () => {
  expect(read({})).toEqual({ page: 0, size: 10 })
  expect(read({ page: '4', size: '100', query: 'iccid==1' })).toEqual({ page: 4, size: 100, query: 'iccid==1' })
  expect(faults({ size: '500', sort: 'iccid' })).toMatchObject([
    { path: ['size'], code: 'tooLarge' },
    { path: ['sort'], code: 'unknownElement' },
  ])
})

it('a subscriber is searched by a part of any of its numbers, as they are printed', () => {
  const found = ['iccid', 'imsi', 'msisdn', 'imei'].map((selector) => `${selector}=="*+49151234*"`)
  expect(subscriberQuery('+49 (151) 23-4')).toBe(found.join(','))
})
