const anyOrigin = 'https://own.invalid'

/**
 * Where to go after signing in: the path that was asked for when it is one of ours, otherwise the list.
 * A `next` of another origin would make the sign-in page an open redirect that lends its name to a phishing page.
 */
export function ownPath(next: string | undefined, fallback = '/customers'): string {
  if (!next?.startsWith('/') || !URL.canParse(next, anyOrigin)) return fallback
  const url = new URL(next, anyOrigin)
  const leadsBack = /^\/(sign-in|api)(\/|$)/.test(url.pathname)
  // Dots are resolved away: "/..//evil.example" has become "//evil.example", which names another host.
  const ours = url.origin === anyOrigin && !url.pathname.startsWith('//')
  return ours && !leadsBack ? url.pathname + url.search + url.hash : fallback
}
