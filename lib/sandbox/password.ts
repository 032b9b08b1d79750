import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt)

/** Costs of RFC 7914 that take some 30 ms and 16 MiB: enough for a password that stands in the documentation. */
const cost = { N: 16_384, r: 8, p: 1 }
const keyBytes = 32

/** The hash under which a password is kept: salt and key of scrypt, base64url. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const key = await derive(password, salt, keyBytes, cost)
  return `${salt.toString('base64url')}.${key.toString('base64url')}`
}

/** Whether `password` is the one that was hashed; takes the same time whatever the answer. */
export async function isPassword(password: string, hash: string): Promise<boolean> {
  const [salt = '', key = ''] = hash.split('.')
  const expected = Buffer.from(key, 'base64url')
  const actual = await derive(password, Buffer.from(salt, 'base64url'), keyBytes, cost)
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}
