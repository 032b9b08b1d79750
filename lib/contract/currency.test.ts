import { describe, expect, it } from 'vitest'
import { currencies, isCurrency } from './currency'

describe('currencies', () => {
  it('are 172: the active codes of ISO 4217 without XXX, XTS and the four metals', () => {
    expect(new Set(currencies).size).toBe(172)
    expect(currencies).toHaveLength(172)
    expect(currencies.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([])
    expect([...currencies].sort()).toEqual(currencies)
  })

  it.each(['USD', 'EUR', 'GBP', 'ILS', 'CHF', 'XAF', 'XCG', 'XAD', 'ZWG', 'SLE', 'VED', 'XBA', 'XBD', 'XDR'])(
    '%s is active',
    (code) => {
      expect(isCurrency(code)).toBe(true)
    },
  )

  it.each(['XXX', 'XTS', 'XAU', 'XAG', 'XPT', 'XPD', 'BGN', 'HRK', 'ANG', 'ZWL', 'SLL', 'CUC', 'DEM', 'usd', ''])(
    '%j is not',
    (code) => {
      expect(isCurrency(code)).toBe(false)
    },
  )

  it('have a name in English, so that a list of them can be read', () => {
    const names = new Intl.DisplayNames(['en'], { type: 'currency', fallback: 'none' })
    const nameless = currencies.filter((code) => names.of(code) === undefined)
    // Younger than the ICU data of the oldest Node that we support, or not a currency that one pays with.
    expect(nameless.filter((code) => !['XAD', 'XCG', 'ZWG', 'XSU', 'XUA', 'VED', 'SLE', 'UYW'].includes(code))).toEqual(
      [],
    )
  })
})
