import { describe, expect, it } from 'vitest'
import { maxCellBytes, maxImportRows } from '@/lib/contract/value-import'
import { checkLines, customersToLookUp, pastedLine, readPastedLines, toSentRow, withFound } from './pasted-values'

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

  it('blame a customer that cannot be asked for, and it is not looked up', () => {
    const long = 'ü'.repeat(maxCellBytes / 2 + 1)
    const cells = [
      ['nul \0', '1'],
      ['half \ud800', '1'],
      [long, '\0'],
      ['Unasked', '\0'],
      ['Unasked', '1'],
      ['', ''],
      ['Acme', '1'],
    ]
    const lines = cells.map(([customer = '', value = ''], at) => pastedLine({ line: at + 1, customer, value }))
    const told = checkLines(lines, found).map(({ fault }) => fault && [fault.cell, fault.code, fault.params])
    expect(told).toEqual([
      ['customer', 'nulCharacter', undefined],
      ['customer', 'loneSurrogate', undefined],
      ['customer', 'tooManyBytes', { max: maxCellBytes, actual: maxCellBytes + 2 }],
      ['value', 'nulCharacter', undefined],
      undefined,
      ['customer', 'required', undefined],
      undefined,
    ])
    expect(customersToLookUp(lines, found)).toEqual(['Unasked'])
    expect(customersToLookUp(readPastedLines('a\0\tb\tc\nd').lines, new Map())).toEqual(['d'])
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
    expect(checkLines([pastedLine({ ...line, value: '7' })], withFound(found, []))).toEqual([
      { line: 1, customer: 'Acme', value: '7', customerId: one },
    ])
    const typed = [
      pastedLine({ line: 1, customer: 'Acme ', value: '7' }),
      pastedLine({ line: 2, customer: 'B ', value: '' }),
    ]
    expect(checkLines(typed, found)[0]).toEqual({ line: 1, customer: 'Acme ', value: '7', customerId: one })
    expect(customersToLookUp(typed, found)).toEqual(['B'])
  })

  it('travel shortened where a cell is too long, such as one whose quote is never closed', () => {
    const [line] = readPastedLines(`"Acme,1\n${'😀,1\n'.repeat(maxCellBytes)}`).lines
    if (!line) throw new Error('there is a line')
    expect(line.fault?.code).toBe('tooManyBytes')
    const { customer, fault } = toSentRow(line)
    expect([fault, customer.startsWith('Acme,1\n😀,1\n')]).toEqual(['tooManyBytes', true])
    expect(customer).not.toMatch(/\p{Surrogate}/u)
    expect(customer.length).toBeLessThan(1100)
  })

  it('travel with their faults, in characters that JSON and a database take', () => {
    const rows = checkLines(readPastedLines('Acme,1\nNobody,\0x').lines, found).map(toSentRow)
    expect(rows).toEqual([
      { line: 1, customer: 'Acme', customerId: one, value: '1' },
      { line: 2, customer: 'Nobody', value: '\ufffdx', fault: 'unknownCustomer' },
    ])
  })
})
