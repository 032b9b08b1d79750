import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exactNameQuery, nameQuery } from '@/lib/contract/child-customers'
import { type Expression, parseRsql, RsqlError } from './rsql'

const selectors = ['customerName', 'customerId']
const read = (text: string) => parseRsql(text, selectors)
const compare = (operator: '==' | '!=' | '=in=' | '=out=', ...values: string[]): Expression => ({
  kind: 'comparison',
  selector: 'customerName',
  operator,
  arguments: values,
})
const [a, b, c] = [compare('==', 'a'), compare('==', 'b'), compare('==', 'c')]

describe('RSQL', () => {
  it.each<[string, Expression]>([
    ['customerName==a', a],
    ['customerName!=*a*b', compare('!=', '*a*b')],
    ['customerName=in=(a,"b c",\'d\')', compare('=in=', 'a', 'b c', 'd')],
    ['customerName=out=(a)', compare('=out=', 'a')],
    ['customerName=="a;b,(c)"', compare('==', 'a;b,(c)')],
    ['customerName=="a\\"b\\\\\\c"', compare('==', 'a"b\\c')],
    ["customerName=='a\"b'", compare('==', 'a"b')],
    ['customerName==""', compare('==', '')],
    ['customerName==Łódź🚀', compare('==', 'Łódź🚀')],
    ['customerName==a;customerName==b,customerName==c', { kind: 'or', parts: [{ kind: 'and', parts: [a, b] }, c] }],
    ['customerName==a;(customerName==b,customerName==c)', { kind: 'and', parts: [a, { kind: 'or', parts: [b, c] }] }],
    ['((customerName==a))', a],
  ])('reads %s', (text, expression) => {
    expect(read(text)).toEqual(expression)
  })

  it.each([
    ['', 'a selector expected at character 1'],
    ['customerName', '==, !=, =in= or =out= expected at character 13'],
    ['customerName==', 'a value expected at character 15'],
    ['customerName=="a', 'a value expected at character 15'],
    ['customerName==a b', 'the end expected at character 16'],
    ['customerName==(a)', 'a value expected at character 15'],
    ['customerName=in=()', 'a value expected at character 18'],
    ['(customerName==a', '")" expected at character 17'],
    ['age==1', '"age" is not one of customerName, customerId'],
  ])('says what is wrong with %s', (text, message) => {
    expect(() => read(text)).toThrow(new RsqlError(message))
  })

  it('reads any text or refuses it with its own error', () => {
    const pieces = fc.constantFrom(
      'customerName',
      'customerId',
      '==',
      '!=',
      '=in=',
      '=out=',
      '(',
      ')',
      ',',
      ';',
      '"',
      "'",
      '\\',
      '*',
      'a',
      ' ',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces, { maxLength: 40 }).map((chosen) => chosen.join('')),
    )
    fc.assert(
      fc.property(texts, (text) => {
        try {
          read(text)
        } catch (error) {
          expect(error).toBeInstanceOf(RsqlError)
        }
      }),
      { numRuns: 3000 },
    )
  })

  it("reads the console's own queries back to what was typed, whatever that was", () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(read(nameQuery(typed))).toEqual(compare('==', `*${typed}*`))
        expect(read(exactNameQuery(typed))).toEqual(compare('==', typed))
      }),
    )
  })

  it('does not go deeper or wider than it can', () => {
    const deep = (levels: number) => `${'('.repeat(levels)}customerName==a${')'.repeat(levels)}`
    expect(read(deep(32))).toEqual(a)
    expect(() => read(deep(33))).toThrow(RsqlError)
    expect(() => read(deep(100_000))).toThrow(RsqlError)
    const wide = (width: number) => Array(width).fill('customerName==a').join(';')
    expect(read(wide(100))).toMatchObject({ kind: 'and' })
    expect(() => read(wide(101))).toThrow(RsqlError)
  })
})
