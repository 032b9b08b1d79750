/** A page of the console that is edited: itself alone, or with all pages below a path. */
export type EditedPage = { room?: string }

/** Whether a link of this console leads away from what is edited. What leaves the console, the browser asks about by itself. */
export function leadsAway(href: string, here: string, edited: EditedPage = {}): boolean {
  const from = new URL(here)
  const to = new URL(href)
  return to.origin === from.origin && pageOf(to, edited) !== pageOf(from, edited)
}

/** What an address names apart from a place on the page; all pages of a room are one. */
export function pageOf({ pathname, search }: Pick<URL, 'pathname' | 'search'>, { room }: EditedPage = {}): string {
  if (room && (pathname === room || pathname.startsWith(`${room}/`))) return room
  return pathname + search
}
