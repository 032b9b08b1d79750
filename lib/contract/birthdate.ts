/** Offset of the earliest time zone, in milliseconds: a date is "today" as soon as it is so anywhere. */
const earliestZoneMs = 14 * 60 * 60 * 1000

/** Days, month (1 to 12) and year of a date on the wire. */
export type CalendarDate = { day: number; month: number; year: number }

/**
 * Reads a birthdate of the wire, DDMMYYYY.
 * @returns the date; `dateFormat` for another form, `dateNotReal` for a day that no calendar has
 */
export function readBirthdate(text: string): CalendarDate | 'dateFormat' | 'dateNotReal' {
  const parts = /^(\d{2})(\d{2})(\d{4})$/.exec(text)
  if (!parts) return 'dateFormat'
  const date = { day: Number(parts[1]), month: Number(parts[2]), year: Number(parts[3]) }
  const utc = new Date(utcMs(date))
  const real = date.year > 0 && utc.getUTCMonth() + 1 === date.month && utc.getUTCDate() === date.day
  return real ? date : 'dateNotReal'
}

/** Whether the date has not begun anywhere on earth at `nowMs` (milliseconds since the epoch). */
export function isInFuture(date: CalendarDate, nowMs: number): boolean {
  return utcMs(date) > nowMs + earliestZoneMs
}

/** Where a date begins in UTC, in milliseconds since the epoch. */
export function utcMs({ day, month, year }: CalendarDate): number {
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  return new Date(0).setUTCFullYear(year, month - 1, day)
}
