import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldName, siblingKey, sortName } from './fold-name'

describe('the folded form of a name', () => {
  it.each([
    ['Großmann', 'GROSSMANN'],
    ['ΝΑΥΤΊΛΟΣ', 'ναυτίλος'],
    ['ЩЕРЕВА', 'щерева'],
    ['Ångström', 'A\u030angstro\u0308m'],
    ['DŽ', 'dž'],
  ])('is the same for %s and %s', (one, other) => {
    expect(foldName(one)).toBe(foldName(other))
  })

  it('keeps accents: another letter is another name', () => {
    expect(foldName('Zoe')).not.toBe(foldName('Zoë'))
  })

  it('is its own folded form, wildcards stand, and a piece folds as in the whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme-ascii' }), (name, piece) => {
        expect(foldName(foldName(name))).toBe(foldName(name))
        expect(foldName(`*${piece}*`)).toBe(`*${foldName(piece)}*`)
      }),
    )
  })
})

describe('the sorted form', () => {
  it('puts accented letters beside plain ones', () => {
    const names = ['Zebra', 'Øre', 'Łódź', 'Ängel', 'Maus', 'ökonom', 'Þing', 'Énergie', 'anna']
    const sorted = names.toSorted((one, other) => (sortName(one) < sortName(other) ? -1 : 1))
    expect(sorted).toEqual(['Ängel', 'anna', 'Énergie', 'Łódź', 'Maus', 'ökonom', 'Øre', 'Þing', 'Zebra'])
  })

  it('stays well-formed and within what an index takes', () => {
    const long = `${'a'.repeat(99)}🚀${'ΐ'.repeat(200_000)}`
    for (const name of [long, '🚀'.repeat(100_000), 'ﷺ'.repeat(500)]) {
      expect(sortName(name)).not.toMatch(/\p{Surrogate}/u)
      expect(Buffer.byteLength(sortName(name))).toBeLessThan(2700)
    }
  })
})

describe('the key among siblings', () => {
  it('ignores white space around and composition, and nothing else', () => {
    expect(siblingKey(' Zoë\n')).toBe(siblingKey('Zoe\u0308'))
    expect(siblingKey('zoë')).not.toBe(siblingKey('Zoë'))
    expect(siblingKey('a  b')).not.toBe(siblingKey('a b'))
    expect([siblingKey(null), siblingKey(''), siblingKey('\u3000')]).toEqual([null, null, null])
  })
})
