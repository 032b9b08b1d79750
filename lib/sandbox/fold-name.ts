import { createHash } from 'node:crypto'

/**
 * The form of a name in which a search compares it: case does not count. Folded letter by letter, upper case first, because
 * `toLowerCase` of a whole word makes a final sigma of some sigmas and keeps ß apart from SS.
 */
export function foldName(name: string): string {
  return Array.from(name.normalize('NFC'), (letter) => letter.toUpperCase().toLowerCase()).join('')
}

/** Letters of a name that its place in a list depends on. An index takes no more than some 2,700 bytes. */
const sortedLetters = 100

/** Letters that Unicode does not take apart into a plain one and an accent, and what they are sorted as. */
const plainLetters: Record<string, string> = { æ: 'ae', đ: 'd', ð: 'd', ı: 'i', ł: 'l', ø: 'o', œ: 'oe', þ: 'th' }

/** The form in which a list is sorted: as folded, and Latin, Greek and Cyrillic letters beside their accented sisters. */
export function sortName(name: string): string {
  const start = Array.from(name).slice(0, sortedLetters).join('')
  return foldName(start)
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[æđðıłøœþ]/g, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFC')
}

/**
 * What two siblings may not have in common: a hash of the name. White space around it and the way in which accents are composed do not
 * count, case does. Null for a name that is not given: any number of siblings may be without one.
 */
export function siblingKey(name: string | null): string | null {
  const compared = name?.trim().normalize('NFC')
  return compared ? createHash('sha256').update(compared).digest('base64url') : null
}
