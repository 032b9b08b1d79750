import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type PasswordFault, passwordFaults } from '@/lib/contract/password'
import { processWide } from '@/lib/env'

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

/** Everything that is wrong with a new password: what the contract's rule says, and whether it is one of the commonest. */
export function newPasswordFaults(password: string, email: string): PasswordFault[] {
  const isCommon = commonPasswords().has(password) || commonPasswords().has(password.toLowerCase())
  return [...passwordFaults(password, email), ...(isCommon ? (['tooCommon'] as const) : [])]
}
