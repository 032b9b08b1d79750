/** Whether a link of this console leads to another page of it. What leaves the console, the browser asks about by itself. */
export function leadsAway(href: string, here: string): boolean {
  const from = new URL(here)
  const to = new URL(href)
  return to.origin === from.origin && pageOf(to) !== pageOf(from)
}

/** What an address names apart from a place on the page. */
export function pageOf({ pathname, search }: Pick<URL, 'pathname' | 'search'>): string {
  return pathname + search
}
