import { describe, expect, it } from 'vitest'
import { passwordFaults } from '@/lib/auth/password-rule'

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
    ['password', ['tooShort', 'tooCommon']],
    ['PASSWORD', ['tooShort', 'tooCommon']],
    ['ada@liberty.example', ['isEmail']],
    ['ADA@liberty.example', ['isEmail']],
    ['ada', ['tooShort', 'isEmail']],
    ['😀'.repeat(12), []],
    ['😀'.repeat(11), ['tooShort']],
    ['x'.repeat(129), ['tooLong']],
    ['', ['tooShort']],
  ])('%j has the faults %j', (password, faults) => {
    expect(passwordFaults(password, 'ada@liberty.example')).toEqual(faults)
  })
})
