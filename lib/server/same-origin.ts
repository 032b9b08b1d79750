import 'server-only'
import { Refusal } from '@/lib/platform/refusal'

/**
 * Stops cross-site request forgery: a write must come from our own pages. Browsers send Origin with every write and scripts of other sites
 * cannot forge it; a client that sends none is no browser and carries no user's cookie by accident.
 * @throws Refusal AUTH_1003 for a foreign Origin
 */
export function requireSameOrigin(headers: Headers): void {
  const origin = headers.get('origin')
  const site = headers.get('sec-fetch-site')
  const foreignSite = site !== null && site !== 'same-origin' && site !== 'none'
  const foreignOrigin = origin !== null && !(URL.canParse(origin) && new URL(origin).host === headers.get('host'))
  if (foreignSite || foreignOrigin) throw new Refusal('AUTH_1003')
}
