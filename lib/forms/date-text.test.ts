import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wireDate } from '@/lib/contract/element.arbitrary'
import { dateOrderOf, readDate, showDate, spellDate, toIsoDate } from './date-text'

const shown = [
  ['en-US', '12/28/2000'],
  ['en-GB', '28/12/2000'],
  ['de', '28.12.2000'],
  ['sv', '2000-12-28'],
  ['hu', '2000.12.28'],
  ['ar', '28/12/2000'],
  ['fa', '2000/12/28'],
  ['th', '28/12/2000'],
  ['ja', '2000/12/28'],
  ['he', '28.12.2000'],
] as const

test.each(shown)('in %s a date is shown as %s', (locale, text) => {
  expect(showDate('28122000', dateOrderOf(locale))).toBe(text)
})

describe('reads', () => {
  test.each([
    ['en-US', '12/28/2000', '28122000'],
    ['en-US', '3/4/2000', '04032000'],
    ['en-GB', '3/4/2000', '03042000'],
    ['de', ' 3. 4. 2000 ', '03042000'],
    ['hu', '2000. 12. 28.', '28122000'],
    ['ar', '28\u200f/12\u200f/2000', '28122000'],
    ['en-US', '2000-12-28', '28122000'],
    ['en-US', '2000-1-2', '02012000'],
    ['en-US', '28122000', '28122000'],
    ['en-US', '31.31.2000', '31312000'],
  ])('%s %j as %s', (locale, text, wire) => {
    expect(readDate(text, dateOrderOf(locale))).toBe(wire)
  })

  test.each(['', 'x', '12/28', '12/28/00', '12/28/2000/1', '28 Dec 2000', '123/1/2000', '٢٨/١٢/٢٠٠٠'])(
    '%j not at all',
    (text) => {
      expect(readDate(text, dateOrderOf('en-US'))).toBe(text)
    },
  )

  test('every date that it shows', () => {
    const date = fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z') })
    const locale = fc.constantFrom(...shown.map(([name]) => name))
    fc.assert(
      fc.property(date.filter((value) => !Number.isNaN(value.getTime())).map(wireDate), locale, (wire, name) => {
        const order = dateOrderOf(name)
        expect(readDate(showDate(wire, order), order)).toBe(wire)
      }),
    )
  })
})

test('what is no date is shown as it is, and has neither an ISO form nor words', () => {
  expect(showDate('31022000', dateOrderOf('de'))).toBe('31022000')
  expect(toIsoDate('31022000')).toBe('')
  expect(spellDate('31022000', 'en')).toBeUndefined()
})

test('a date has an ISO form and words', () => {
  expect(toIsoDate('28120900')).toBe('0900-12-28')
  expect(spellDate('28122000', 'en')).toBe('December 28, 2000')
})
