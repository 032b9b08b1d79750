import { describe, expect, it } from 'vitest'
import { exactOption, filterOptions, searchable } from './combobox-filter'

const options = searchable([
  { value: 'BEL', label: 'Belgium', keywords: ['België', 'Belgique'] },
  { value: 'CIV', label: 'Côte d’Ivoire' },
  { value: 'LBY', label: 'Libya' },
  { value: 'USA', label: 'United States' },
  { value: 'UMI', label: 'U.S. Outlying Islands' },
  { value: 'AUS', label: 'Australia' },
])
const found = (text: string) => filterOptions(options, text).map(({ value }) => value)

describe('what a combobox finds', () => {
  it('shows everything for no text', () => {
    expect(found('  ')).toHaveLength(6)
  })

  it.each([
    ['côte', ['CIV']],
    ['COTE D', ['CIV']],
    ['belgie', ['BEL']],
    ['lby', ['LBY']],
    ['nothing of that', []],
  ])('finds %j by label, value and keyword, without diacritics', (text, values) => {
    expect(found(text)).toEqual(values)
  })

  it('puts the exact value first, then what begins with the text', () => {
    expect(found('usa')).toEqual(['USA'])
    expect(found('us')).toEqual(['USA', 'AUS'])
    expect(found('u')[0]).toBe('USA')
  })

  it.each(['usa', 'USA ', 'united states', 'UNITED STATES'])('takes %j as that very option', (text) => {
    expect(exactOption(options, text)?.value).toBe('USA')
  })

  it.each(['united', 'belgie', ''])('takes %j as no certain option', (text) => {
    expect(exactOption(options, text)).toBeUndefined()
  })
})
