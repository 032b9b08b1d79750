import 'server-only'
import { randomUUID } from 'node:crypto'
import { may, type Permission } from '@/lib/auth/permission'
import type { Code } from '@/lib/contract/code'
import { isUuid } from '@/lib/contract/element'
import { type Ack, type Nak, toAck, toNak } from '@/lib/contract/envelope'
import type { Parsed } from '@/lib/contract/parse'
import { toWireProblem } from '@/lib/contract/problem'
import type { Platform } from '@/lib/platform/platform'
import { Refusal } from '@/lib/platform/refusal'
import { readJsonBody } from '@/lib/server/json-body'
import { log } from '@/lib/server/log'
import { countCall } from '@/lib/server/rate-limit'
import { requireSameOrigin } from '@/lib/server/same-origin'
import { requireSession, type SignedIn } from '@/lib/server/session'
import { valueOrRefusal } from '@/lib/server/value-or-refusal'

/** What a handler is given: everything before it has been checked. */
export type Handling<Body = unknown, Query = unknown, Param extends string = string> = {
  session: SignedIn
  /** The platform, bound to the session's parent customer. */
  platform: Platform
  params: Readonly<Record<Param, string>>
  body: Body
  query: Query
  headers: Headers
}

/** What a handler returns: the content of the ACK, or a whole ACK where it has paging. */
type Content = readonly unknown[] | Ack<unknown>

/**
 * By segment of the path: the code of the 404 where the id cannot exist, and what can: the session's own customer, a text of any form (an id
 * of ours), or else a UUID.
 */
type Ids<Param extends string> = Readonly<Record<Param, { notFound: Code; own?: boolean; any?: boolean }>>

type Declaration<Body, Query, Param extends string> = {
  permission: Permission
  ids?: Ids<Param>
  /**
   * Open to users that reach no more than their own profile, too. Their only customer is their own, so `ids` take no other.
   */
  profile?: boolean
  /** Reads the body; its faults are answered with `invalid`. */
  body?: (body: unknown) => Parsed<Body>
  /** Reads the query; its faults are answered with GLOBAL_1002. */
  query?: (query: unknown) => Parsed<Query>
  invalid?: Code
  handle: (handling: Handling<Body, Query, Param>) => Promise<Content>
}

type Context<Param extends string> = { params: Promise<Record<Param, string>> }

/**
 * Makes a route handler of a declaration. The order is fixed: request id, origin, session, rate limit, permission, parse, call, answer, log.
 * Whatever goes wrong is answered in the envelope of the platform; nothing of an unforeseen error reaches the answer.
 */
export function route<Body = undefined, Query = undefined, const Param extends string = never>(
  declared: Declaration<Body, Query, Param>,
) {
  return async (request: Request, context: Context<Param>): Promise<Response> => {
    const startedMs = performance.now()
    const requestId = randomUUID()
    let session: SignedIn | undefined
    let code: string | undefined
    const answer = await (async () => {
      if (request.method !== 'GET' && request.method !== 'HEAD') requireSameOrigin(request.headers)
      session = await requireSession(request.headers)
      countCall(session.sessionId)
      const { user, reach } = session
      if (!may(user.role, declared.permission)) throw new Refusal('AUTH_1003')
      if (reach.kind === 'profile' && !declared.profile) throw new Refusal('AUTH_1003')
      const params = await context.params
      checkIds(declared.ids, params, session)
      const query = declared.query ? readQuery(declared.query, request) : (undefined as Query)
      const body = declared.body ? await readBody(declared.body, declared.invalid, request) : (undefined as Body)
      const platform = reach.platform(request.method === 'GET' ? request.signal : undefined)
      return toResponse(await declared.handle({ session, platform, params, body, query, headers: request.headers }))
    })().catch((error: unknown) => {
      code = error instanceof Refusal ? error.code : 'GLOBAL_1001'
      return toFailure(error, request, requestId)
    })
    answer.headers.set('x-request-id', requestId)
    answer.headers.set('cache-control', 'no-store')
    log().info({
      requestId,
      method: request.method,
      path: new URL(request.url).pathname,
      status: answer.status,
      code,
      ms: Math.round(performance.now() - startedMs),
      userId: session?.user.id,
    })
    return answer
  }
}

/** A handler for a path that the console does not have: strangers learn no more than elsewhere. */
export const notOffered = route({
  permission: 'read',
  handle: async () => {
    throw new Refusal('GLOBAL_1002', { status: 404 })
  },
})

function checkIds(ids: Ids<string> = {}, params: Readonly<Record<string, string>>, session: SignedIn): void {
  for (const [name, { notFound, own, any }] of Object.entries(ids)) {
    if (any) continue
    const id = params[name] ?? ''
    const taken =
      own || session.reach.kind === 'profile'
        ? id.toLowerCase() === session.customer.customerId.toLowerCase()
        : isUuid(id)
    if (!taken) throw new Refusal(notFound)
  }
}

function readQuery<Query>(read: (query: unknown) => Parsed<Query>, request: Request): Query {
  return valueOrRefusal(read(Object.fromEntries(new URL(request.url).searchParams)), 'GLOBAL_1002')
}

async function readBody<Body>(read: (body: unknown) => Parsed<Body>, invalid: Code = 'GLOBAL_1002', request: Request) {
  return valueOrRefusal(read(await readJsonBody(request, invalid)), invalid)
}

function toResponse(content: Content): Response {
  return Response.json('errorCode' in content ? content : toAck([...content]))
}

/** The answer to an error: a refusal in the envelope of the platform, anything else as a fault of ours that says no more. */
export function toFailure(error: unknown, request: Request, requestId: string): Response {
  // The browser has left a read: nobody reads this answer, and nothing went wrong.
  if (request.signal.aborted && request.method === 'GET') return new Response(null, { status: 499 })
  if (!(error instanceof Refusal)) {
    log().error({ requestId, err: error }, 'unforeseen error')
    return Response.json(toNak('GLOBAL_1001'), { status: 500 })
  }
  if (error.status >= 500) log().warn({ requestId, err: error, outcome: error.outcome }, 'platform failed')
  const answer: Nak = { errorCode: error.code, errorMessage: error.message, content: '', pageable: '' }
  if (error.problems.length > 0) answer.errors = error.problems.map(toWireProblem)
  if (error.outcome) answer.outcome = error.outcome
  const retryAfter = error.retryAfterSeconds
  return Response.json(answer, {
    status: error.status,
    headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) },
  })
}
