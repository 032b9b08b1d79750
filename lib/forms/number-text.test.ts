import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber } from './number-text'

test.each([
  ['0', 0],
  ['-0', 0],
  ['007', 7],
  ['8.50', 8.5],
  ['0.0', 0],
  ['-3.10', -3.1],
  ['1e+21', 1e21],
  ['5e-324', 5e-324],
  ['9007199254740991', Number.MAX_SAFE_INTEGER],
  ['8,5', 8.5],
  ['8,50', 8.5],
  [' -3,1 ', -3.1],
  ['0,125', 0.125],
  ['1234,567', 1234.567],
  ['1,2345', 1.2345],
])('%j is the number %d', (text, number) => {
  expect(readNumber(text)).toBe(number)
})

test.each([
  '',
  '.5',
  '5.',
  ',5',
  '5,',
  '1,234',
  '-12,500',
  '1,234.5',
  '1.234,5',
  '1,234,567',
  '1 000',
  '1e5',
  '0x10',
  'NaN',
  'Infinity',
  '9'.repeat(400),
  '9007199254740993',
  '0.12345678901234567890',
])('%j stays a text', (text) => {
  expect(readNumber(text)).toBe(text)
})

const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)

test('every number of JSON is read as itself', () => {
  fc.assert(fc.property(number, (value) => readNumber(String(value)) === value))
})

test('a decimal comma never makes another number than a decimal point', () => {
  fc.assert(
    fc.property(number, (value) => {
      const typed = String(value).replace('.', ',')
      expect([value, typed]).toContain(readNumber(typed))
    }),
  )
})
