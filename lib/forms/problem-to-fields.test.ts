import { describe, expect, test } from 'vitest'
import type { Problem } from '@/lib/contract/problem'
import { mendedProblems } from './mended-problems'
import { problemToFields } from './problem-to-fields'

const fields = new Set(['name', 'address', 'address.0.city', 'campaign'])
const hasField = (name: string) => fields.has(name)
const draft = { name: 'Liberty', address: [{ city: 'Haifa' }], campaign: ['1', 'x'] }

describe('faults that a peer told', () => {
  test('land on the fields of their paths, with the value that was refused', () => {
    const problems: Problem[] = [
      { path: ['name'], code: 'duplicate' },
      { path: ['address', 0, 'city'], code: 'tooLarge', params: { max: 3 } },
    ]
    expect(problemToFields(problems, draft, hasField)).toEqual({
      fields: [
        { name: 'name', problem: { type: 'duplicate', problem: { code: 'duplicate' }, refused: '"Liberty"' } },
        {
          name: 'address.0.city',
          problem: { type: 'tooLarge', problem: { code: 'tooLarge', params: { max: 3 } }, refused: '"Haifa"' },
        },
      ],
      rest: [],
    })
  })

  test('inside a value that has one field for the whole are that field’s', () => {
    const { fields: found } = problemToFields([{ path: ['campaign', 1], code: 'wrongType' }], draft, hasField)
    expect(found.map(({ name }) => name)).toEqual(['campaign'])
  })

  test('that no field shows are kept for the summary', () => {
    const problems: Problem[] = [
      { path: [], code: 'malformedJson' },
      { path: ['address', 0, 'planet'], code: 'unknownElement' },
      { path: ['invoiceConfiguration', 'deviceCost'], code: 'wrongType' },
    ]
    expect(problemToFields(problems, draft, hasField)).toEqual({ fields: [], rest: problems })
  })
})

describe('after a change', () => {
  const { fields: shown } = problemToFields([{ path: ['name'], code: 'duplicate' }], draft, hasField)

  test('a fault that a peer told stands as long as its value does', () => {
    expect(mendedProblems(shown, [], draft)).toEqual({ mended: [], found: [] })
    expect(mendedProblems(shown, [], { ...draft, name: 'Freedom' })).toEqual({ mended: ['name'], found: [] })
  })

  test('only what differs is told again', () => {
    const own = { name: 'vat', problem: { type: 'wrongType' as const, problem: { code: 'wrongType' as const } } }
    const problems: Problem[] = [
      { path: ['vat'], code: 'tooSmall', params: { min: 0 } },
      { path: ['currency'], code: 'required' },
    ]
    expect(mendedProblems([own, ...shown], problems, draft)).toEqual({
      mended: [],
      found: [
        { name: 'vat', problem: { type: 'tooSmall', problem: { code: 'tooSmall', params: { min: 0 } } } },
        { name: 'currency', problem: { type: 'required', problem: { code: 'required' } } },
      ],
    })
  })
})
