import { expect, test } from 'vitest'
import { groupedKey } from './totp-key'

test('groups the key of an authenticator address', () => {
  const uri = 'otpauth://totp/Console:a%40b.example?secret=GEZDGNBVGY3TQOJQGE&issuer=Console'
  expect(groupedKey(uri)).toBe('GEZD GNBV GY3T QOJQ GE')
})

test.each(['', 'otpauth://totp/Console', 'no address at all'])('finds no key in %j', (uri) => {
  expect(groupedKey(uri)).toBeUndefined()
})
