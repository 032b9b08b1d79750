import {
  type CharacterKind,
  missingKinds,
  passwordFaults,
  passwordLength,
  passwordLengths,
} from '@/lib/contract/password'

const comfortable = 16

export type PasswordStrength =
  | { level: 'none' }
  /** Not taken: `more` characters are missing, or, where it is long enough for that already, the `kinds`. */
  | { level: 'weak'; more: number; kinds: CharacterKind[] }
  | { level: 'tooLong' | 'fair' | 'good' | 'strong' }

/** How strong a password is by its length and variety, as it is typed. Only the server knows whether it is a common one. */
export function passwordStrength(password: string): PasswordStrength {
  if (password === '') return { level: 'none' }
  const length = passwordLength(password)
  const faults = passwordFaults(password)
  if (faults.includes('tooLong')) return { level: 'tooLong' }
  if (faults.includes('tooShort')) {
    return { level: 'weak', more: passwordLengths.enough - length, kinds: missingKinds(password) }
  }
  if (length < passwordLengths.enough) return { level: 'fair' }
  // The same few characters over and over are long and easily guessed.
  const varied = new Set(password).size >= length / 2
  if (!varied) return { level: 'fair' }
  return { level: length >= comfortable ? 'strong' : 'good' }
}
