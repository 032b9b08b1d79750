import { expect, it } from 'vitest'
import { newPasswordFaults } from '@/lib/auth/common-password'

it.each([
  ['Abcdef1!', []],
  ['correct horse battery', []],
  ['password', ['tooShort', 'tooCommon']],
  ['PASSWORD', ['tooShort', 'tooCommon']],
  ['ada@liberty.example', ['isEmail']],
])('the new password %j has the faults %j', (password, faults) => {
  expect(newPasswordFaults(password, 'ada@liberty.example')).toEqual(faults)
})
