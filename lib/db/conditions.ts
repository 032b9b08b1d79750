import { and, gte, ilike, lt, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'

const dayMs = 24 * 60 * 60 * 1000

/** Whether a text column holds a part, in any case. Without a part there is no condition. */
export function contains(column: PgColumn, part: string | undefined): SQL | undefined {
  return part ? ilike(column, `%${part.replace(/[\\%_]/g, '\\$&')}%`) : undefined
}

/** Whether a moment lies within days in UTC, YYYY-MM-DD, both included; an end that is not given is open. */
export function withinDays(column: PgColumn, { from, to }: { from?: string; to?: string }): SQL | undefined {
  const startOf = (day: string) => new Date(`${day}T00:00:00Z`)
  return and(
    from ? gte(column, startOf(from)) : undefined,
    to ? lt(column, new Date(startOf(to).getTime() + dayMs)) : undefined,
  )
}
