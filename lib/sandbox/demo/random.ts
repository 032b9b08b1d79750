import { createHash } from 'node:crypto'

/** Random choices that are the same at every run. */
export type Random = {
  /** A number from 0 to below 1. */
  next: () => number
  /** A whole number from `min` to `max`, both included. */
  whole: (min: number, max: number) => number
  pick: <T>(choices: readonly T[]) => T
  /** Whether, in so many cases of a hundred. */
  chance: (percent: number) => boolean
  /** A pattern with a digit for every # and a capital letter for every ?. */
  fill: (pattern: string) => string
}

/** Choices that depend on the text alone: what stands beside it in the demo data may change without changing them. */
export function randomFor(text: string): Random {
  const next = mulberry32(createHash('sha256').update(text).digest().readUInt32BE(0))
  const whole = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    next,
    whole,
    pick: (choices) => {
      const choice = choices[whole(0, choices.length - 1)]
      if (choice === undefined) throw new Error('nothing to pick from')
      return choice
    },
    chance: (percent) => next() * 100 < percent,
    fill: (pattern) =>
      pattern.replace(/[#?]/g, (sign) => (sign === '#' ? String(whole(0, 9)) : String.fromCharCode(65 + whole(0, 25)))),
  }
}

/** The UUID (version 5 in form) that a label of the demo data always has. */
export function idFor(label: string): string {
  const hex = createHash('sha1').update(`selfcare-console demo data: ${label}`).digest('hex')
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Tommy Ettinger's mulberry32: 32 bits of state, good enough for names and house numbers. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Digits with the check digit of Luhn (ISO/IEC 7812-1, annex B) that ICCID and IMEI end with. */
export function withCheckDigit(digits: string): string {
  const sum = Array.from(digits, Number)
    .reverse()
    .reduce(
      (total, digit, index) => total + (index % 2 === 0 ? ([0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit] ?? 0) : digit),
      0,
    )
  return digits + ((10 - (sum % 10)) % 10)
}
