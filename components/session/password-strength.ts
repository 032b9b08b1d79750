import type { PasswordFault } from '@/lib/client/auth-call'

/** What the rule asks: this many characters are enough by themselves, or the fewer with upper and lower case, a digit and a sign. */
export const passwordLengths = { enough: 12, withVariety: 8, longest: 128 }

const comfortable = 16

/** A kind of character that a short password must have. */
export type CharacterKind = 'upper' | 'lower' | 'digit' | 'sign'

const kinds: Record<CharacterKind, RegExp> = {
  upper: /\p{Lu}/u,
  lower: /\p{Ll}/u,
  digit: /\p{Nd}/u,
  sign: /[^\p{L}\p{Nd}]/u,
}

export type PasswordStrength =
  | { level: 'none' }
  /** Not taken: `more` characters are missing, or, where it is long enough for that already, the `kinds`. */
  | { level: 'weak'; more: number; kinds: CharacterKind[] }
  | { level: 'tooLong' | 'fair' | 'good' | 'strong' }

/** How strong a password is by its length and variety, as it is typed. Only the server knows whether it is a common one. */
export function passwordStrength(password: string): PasswordStrength {
  const length = [...password].length
  if (length === 0) return { level: 'none' }
  if (password.length > passwordLengths.longest) return { level: 'tooLong' }
  const missing = (Object.keys(kinds) as CharacterKind[]).filter((kind) => !kinds[kind].test(password))
  if (length < passwordLengths.enough) {
    const accepted = length >= passwordLengths.withVariety && missing.length === 0
    return accepted ? { level: 'fair' } : { level: 'weak', more: passwordLengths.enough - length, kinds: missing }
  }
  // The same few characters over and over are long and easily guessed.
  const varied = new Set(password).size >= length / 2
  if (!varied) return { level: 'fair' }
  return { level: length >= comfortable ? 'strong' : 'good' }
}

/** The faults of a new password that can be found without asking the server. */
export function passwordFaultsOf(password: string): PasswordFault[] {
  const { level } = passwordStrength(password)
  if (level === 'none' || level === 'weak') return ['tooShort']
  return level === 'tooLong' ? ['tooLong'] : []
}
