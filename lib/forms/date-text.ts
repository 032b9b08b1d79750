import { readBirthdate, utcMs } from '@/lib/contract/birthdate'

/** How a locale writes a date in digits. */
export type DateOrder = { parts: readonly ('day' | 'month' | 'year')[]; separator: string }

/** The locale's order and separator, in the Gregorian calendar. */
export function dateOrderOf(locale: string): DateOrder {
  const format = new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    numberingSystem: 'latn',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  })
  const written = format.formatToParts(0)
  const parts = written.flatMap(({ type }) => (type === 'day' || type === 'month' || type === 'year' ? [type] : []))
  // Spaces and marks of direction stand beside the separator in some languages.
  const separator = written.find(({ type }) => type === 'literal')?.value.replace(/\P{P}/gu, '')
  return parts.length === 3 ? { parts, separator: separator || '/' } : isoOrder
}

/** ISO 8601. */
export const isoOrder: DateOrder = { parts: ['year', 'month', 'day'], separator: '-' }

/**
 * Reads a date as typed: in the locale's order with any separator, as ISO 8601, or as DDMMYYYY.
 * @returns DDMMYYYY, or the text unchanged where it is no date, so that the schema blames it
 */
export function readDate(text: string, { parts }: DateOrder): string {
  const typed = text.replace(/\p{Cf}/gu, '').trim()
  const [first = '', second = '', third = '', ...more] = typed.split(/[\s./\\-]+/u).filter(Boolean)
  if (more.length > 0 || third === '') return typed
  // A year of four digits in front can only be ISO's order.
  const order = first.length === 4 ? isoOrder.parts : parts
  const given = new Map(order.map((part, index) => [part, [first, second, third][index] ?? '']))
  const day = given.get('day') ?? ''
  const month = given.get('month') ?? ''
  const year = given.get('year') ?? ''
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return typed
  return day.padStart(2, '0') + month.padStart(2, '0') + year
}

/** Writes a date of the wire in the locale's order; what is no date is shown as it is. */
export function showDate(wire: string, { parts, separator }: DateOrder): string {
  const date = readBirthdate(wire)
  if (typeof date === 'string') return wire
  const digits = { day: 2, month: 2, year: 4 } as const
  return parts.map((part) => String(date[part]).padStart(digits[part], '0')).join(separator)
}

/** A date of the wire as ISO 8601, which a native date input wants; "" for what is no date. */
export function toIsoDate(wire: string): string {
  return typeof readBirthdate(wire) === 'string' ? '' : showDate(wire, isoOrder)
}

/** A date of the wire in words, as the locale writes them; undefined for what is no date. */
export function spellDate(wire: string, locale: string): string | undefined {
  const date = readBirthdate(wire)
  if (typeof date === 'string') return undefined
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(utcMs(date))
}
