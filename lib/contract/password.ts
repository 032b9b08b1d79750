/** What can be wrong with a new password. */
export const passwordFaultCodes = ['tooShort', 'tooLong', 'tooCommon', 'isEmail'] as const
export type PasswordFault = (typeof passwordFaultCodes)[number]

/**
 * So many characters (code points) are enough by themselves, or the fewer with upper and lower case, a digit and a sign. `longest` is in code
 * units: a longer password would only cost time to hash.
 */
export const passwordLengths = { enough: 12, withVariety: 8, longest: 128 } as const

const kinds = { upper: /\p{Lu}/u, lower: /\p{Ll}/u, digit: /\p{Nd}/u, sign: /[^\p{L}\p{Nd}]/u } as const

/** A kind of character that a short password must have. */
export type CharacterKind = keyof typeof kinds

/** The kinds of characters that a password does not have. */
export function missingKinds(password: string): CharacterKind[] {
  return (Object.keys(kinds) as CharacterKind[]).filter((kind) => !kinds[kind].test(password))
}

/** The length that counts: in characters as a reader sees them, not in those of the machine. */
export function passwordLength(password: string): number {
  return [...password].length
}

/**
 * What is wrong with a new password by its length, its characters and its owner. Whether it is one of the commonest only the server knows:
 * it has the list.
 * @param email its owner's, where it is known
 */
export function passwordFaults(password: string, email?: string): PasswordFault[] {
  const faults: PasswordFault[] = []
  const length = passwordLength(password)
  const { enough, withVariety, longest } = passwordLengths
  if (length < withVariety || (length < enough && missingKinds(password).length > 0)) faults.push('tooShort')
  if (password.length > longest) faults.push('tooLong')
  const address = email?.toLowerCase()
  const folded = password.toLowerCase()
  if (address && (folded === address || folded === address.split('@')[0])) faults.push('isEmail')
  return faults
}
