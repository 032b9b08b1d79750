import { describe, expect, it } from 'vitest'
import { missingKinds, passwordFaults } from '@/lib/contract/password'

describe('a new password', () => {
  it.each([
    ['Abcdef1!', []],
    ['correct horse battery', []],
    ['äöüßabcdefgh', []],
    ['Пароль1!', []],
    ['Selfcare-demo-1', []],
    ['Abcde1!', ['tooShort']],
    ['abcdefgh1!', ['tooShort']],
    ['ABCDEFGH1!', ['tooShort']],
    ['Abcdefghij!', ['tooShort']],
    ['Abcdefghi12', ['tooShort']],
    ['ada@liberty.example', ['isEmail']],
    ['ADA@liberty.example', ['isEmail']],
    ['ada', ['tooShort', 'isEmail']],
    // One character for the reader, two code units for the machine.
    ['😀'.repeat(12), []],
    ['😀'.repeat(11), ['tooShort']],
    ['x'.repeat(129), ['tooLong']],
    ['', ['tooShort']],
  ])('%j has the faults %j', (password, faults) => {
    expect(passwordFaults(password, 'ada@liberty.example')).toEqual(faults)
  })

  it('is not compared with an address that nobody knows', () => {
    expect(passwordFaults('ada@liberty.example')).toEqual([])
  })
})

it.each([
  ['', ['upper', 'lower', 'digit', 'sign']],
  ['aB', ['digit', 'sign']],
  ['٣ä Ö', []],
])('%j lacks the kinds %j', (password, missing) => {
  expect(missingKinds(password)).toEqual(missing)
})
