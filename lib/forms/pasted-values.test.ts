import { describe, expect, it } from 'vitest'
import { maxImportRows } from '@/lib/contract/value-import'
import { checkLines, readPastedLines, toSentRow, withFound, withValue } from './pasted-values'

const [one, two] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222']
const found = new Map([
  ['Acme', [one]],
  [one, [one]],
  ['Twin', [one, two]],
  ['Nobody', []],
])
const faults = (text: string) =>
  checkLines(readPastedLines(text).lines, found).map(({ line, customerId, fault }) => [line, customerId, fault?.code])

describe('pasted lines', () => {
  it('are checked each by itself: columns, customer and value', () => {
    expect(faults(`Acme\t1\nAcme\nNobody\t1\nTwin\t1\n\t1\nUnasked\t1\nUnasked\t \na\tb\tc\nx\tnul \0`)).toEqual([
      [1, one, undefined],
      [2, undefined, 'notTwoColumns'],
      [3, undefined, 'unknownCustomer'],
      [4, undefined, 'ambiguousName'],
      [5, undefined, 'required'],
      [6, undefined, undefined],
      [7, undefined, 'required'],
      [8, undefined, 'notTwoColumns'],
      [9, undefined, 'nulCharacter'],
    ])
  })

  it('mean each sub-customer once, by whatever name; the later line is to blame', () => {
    expect(faults(`Acme;1\n${one};2`)).toEqual([
      [1, one, undefined],
      [2, undefined, 'duplicate'],
    ])
  })

  it('are ten thousand at most, and those left out are counted', () => {
    const { lines, leftOut } = readPastedLines('a,b\n'.repeat(maxImportRows + 3))
    expect([lines.length, leftOut]).toEqual([maxImportRows, 3])
  })

  it('are good once they are repaired', () => {
    const [line] = readPastedLines('Acme,').lines
    if (!line) throw new Error('there is a line')
    expect(line.fault?.code).toBe('required')
    expect(checkLines([withValue(line, '7')], withFound(found, []))).toEqual([
      { line: 1, customer: 'Acme', value: '7', customerId: one },
    ])
  })

  it('travel with their faults, in characters that JSON and a database take', () => {
    const rows = checkLines(readPastedLines('Acme,1\nNobody,\0x').lines, found).map(toSentRow)
    expect(rows).toEqual([
      { line: 1, customer: 'Acme', customerId: one, value: '1' },
      { line: 2, customer: 'Nobody', value: '\ufffdx', fault: 'unknownCustomer' },
    ])
  })
})
