import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { processWide } from '@/lib/env'

/** What is wrong with a new password. */
export type PasswordFault = 'tooShort' | 'tooLong' | 'tooCommon' | 'isEmail'

/** Characters (code points) that are enough by themselves, and those that need variety. */
export const longEnough = 12
export const shortest = 8
/** Longest password that is hashed, in code units: a longer one would only cost time. */
export const longest = 128

/**
 * The 10,000 commonest passwords, one a line, most used first (from the MIT-licensed @zxcvbn-ts/language-common). Shipped, so that nothing
 * is asked of anybody when a password is chosen.
 */
function commonPasswords(): ReadonlySet<string> {
  return processWide('common-passwords', () => {
    const file = join(process.cwd(), 'lib/auth/common-passwords.txt')
    return new Set(readFileSync(file, 'utf8').split('\n').filter(Boolean))
  })
}

/**
 * Everything that is wrong with a new password: it has at least 12 characters, or 8 with upper and lower case, a digit and a sign; it is
 * neither one of the commonest nor the user's e-mail address.
 */
export function passwordFaults(password: string, email: string): PasswordFault[] {
  const faults: PasswordFault[] = []
  const length = [...password].length
  if (length < shortest || (length < longEnough && !isVaried(password))) faults.push('tooShort')
  if (password.length > longest) faults.push('tooLong')
  const folded = password.toLowerCase()
  if (commonPasswords().has(password) || commonPasswords().has(folded)) faults.push('tooCommon')
  const address = email.toLowerCase()
  if (folded === address || folded === address.split('@')[0]) faults.push('isEmail')
  return faults
}

function isVaried(password: string): boolean {
  return [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].every((kind) => kind.test(password))
}
