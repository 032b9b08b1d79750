import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isInFuture, readBirthdate } from './birthdate'
import { wireDate } from './element.arbitrary'

describe('birthdate', () => {
  it('is read as the date that was written, for every day of the calendar', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true }),
        (date) => {
          expect(readBirthdate(wireDate(date))).toEqual({
            day: date.getUTCDate(),
            month: date.getUTCMonth() + 1,
            year: date.getUTCFullYear(),
          })
        },
      ),
    )
  })

  it.each([
    ['29022000', true],
    ['29021900', false],
    ['29022004', true],
    ['29022001', false],
    ['29020004', true],
    ['29020100', false],
  ])('%s: leap years are those of the calendar', (text, real) => {
    expect(readBirthdate(text) !== 'dateNotReal').toBe(real)
  })

  it('is today as soon as it is today anywhere, and never earlier', () => {
    const date = { day: 22, month: 11, year: 2026 }
    // Kiribati is 14 hours ahead of UTC.
    const begins = Date.UTC(2026, 10, 21, 10)
    expect(isInFuture(date, begins - 1)).toBe(true)
    expect(isInFuture(date, begins)).toBe(false)
  })
})
