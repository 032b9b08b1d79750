'use client'

import { useFormatter } from 'next-intl'

/** A moment in the user's own time zone. Only for what is loaded in the browser: the server does not know the zone. */
export function LocalTime({ at, precise = false }: { at: string; precise?: boolean }) {
  const format = useFormatter()
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const text = format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: precise ? 'medium' : 'short', timeZone })
  return <time dateTime={at}>{text}</time>
}
