import 'server-only'
import { randomUUID } from 'node:crypto'
import { Refusal } from '@/lib/platform/refusal'
import { auth } from '@/lib/server/auth'
import { inTurn } from '@/lib/server/in-turn'
import { readJsonBody } from '@/lib/server/json-body'
import { log } from '@/lib/server/log'
import { toFailure } from '@/lib/server/route'
import { requireSameOrigin } from '@/lib/server/same-origin'
import { requireSession } from '@/lib/server/session'

/**
 * The auth library's calls that the console offers; it has many more. `anybody` is for those that lead to a session or out of one, and for
 * whoever lacks a proof; the rest is for sessions that lack nothing.
 */
const offered: Readonly<Record<string, 'anybody' | 'signedIn'>> = {
  '/sign-in/email': 'anybody',
  '/sign-out': 'anybody',
  '/two-factor/verify-totp': 'anybody',
  '/two-factor/verify-backup-code': 'anybody',
  '/two-factor/enable': 'anybody',
  '/two-factor/replace': 'signedIn',
  '/two-factor/verify-replacement': 'signedIn',
  '/two-factor/disable': 'signedIn',
  '/two-factor/generate-backup-codes': 'signedIn',
  '/request-password-reset': 'anybody',
  '/reset-password': 'anybody',
  '/change-password': 'signedIn',
}

/** Elements of the library's answers that are no business of the browser: its session is in a cookie that no script can read. */
const withheld = ['token', 'session']

/** `POST /api/auth/…`: the auth library's handler behind the same checks as any other call. */
export async function handleAuth(request: Request): Promise<Response> {
  const startedMs = performance.now()
  const requestId = randomUUID()
  const path = new URL(request.url).pathname.slice('/api/auth'.length)
  const answer = await handle(request, path).catch((error: unknown) => toFailure(error, request, requestId))
  answer.headers.set('x-request-id', requestId)
  answer.headers.set('cache-control', 'no-store')
  const ms = Math.round(performance.now() - startedMs)
  log().info({ requestId, method: request.method, path: path in offered ? path : undefined, status: answer.status, ms })
  return answer
}

async function handle(request: Request, path: string): Promise<Response> {
  const access = Object.hasOwn(offered, path) ? offered[path] : undefined
  if (!access) throw new Refusal('GLOBAL_1002', { status: 404 })
  requireSameOrigin(request.headers)
  if (access === 'signedIn') await requireSession(request.headers)
  const body = path === '/sign-out' ? {} : await readJsonBody(request, 'GLOBAL_1002')
  const { handler } = await auth(request.headers.get('host'))
  const checked = new Request(request.url, {
    method: 'POST',
    headers: withoutLength(request.headers),
    body: JSON.stringify(body),
  })
  // Attempts are counted before they are made: of many right ones at the same time the later would find the account locked by the earlier.
  return withoutToken(await inTurn(`auth:${subjectOf(request.headers, body)}`, () => handler(checked)))
}

/** Whom a call is about, as far as can be told without asking the database: the address that is tried, or whoever has these cookies. */
function subjectOf(headers: Headers, body: unknown): string {
  const email = body !== null && typeof body === 'object' && 'email' in body ? body.email : undefined
  return typeof email === 'string' ? email.trim().toLowerCase() : (headers.get('cookie') ?? '')
}

/** The body is written anew, so its old length and encoding say nothing. */
function withoutLength(headers: Headers): Headers {
  const kept = new Headers(headers)
  for (const name of ['content-length', 'transfer-encoding', 'content-encoding']) kept.delete(name)
  kept.set('content-type', 'application/json')
  return kept
}

async function withoutToken(answer: Response): Promise<Response> {
  const text = await answer.text()
  const { status, headers } = answer
  headers.delete('content-length')
  try {
    const body: unknown = JSON.parse(text)
    if (body === null || typeof body !== 'object' || Array.isArray(body)) return new Response(text, { status, headers })
    const shown = Object.fromEntries(Object.entries(body).filter(([name]) => !withheld.includes(name)))
    return new Response(JSON.stringify(shown), { status, headers })
  } catch {
    // The library has answered without a body; what is not JSON is not for the browser.
    return new Response(null, { status, headers })
  }
}
