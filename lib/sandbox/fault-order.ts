import * as z from 'zod/mini'
import { elementOf, type Parsed, parse, type Rule } from '@/lib/contract/parse'
import { problem } from '@/lib/contract/problem'

const whole = (min: number, max: number) => z.int().check(z.minimum(min), z.maximum(max))
const dayMs = 24 * 60 * 60 * 1000

/** An entry of a NAK's `errors`, sent as it is given: a test may want a code that nobody knows. */
const toldError = z.strictObject({
  path: z.array(z.union([z.string(), z.number()])),
  code: z.string(),
  message: z._default(z.string(), ''),
  params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
})

/** Body of `POST /__faults`: what is to go wrong, where, and how often. */
const faultOrder = z.strictObject({
  /** Absent: any method. */
  method: z.optional(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])),
  /** How the path begins, or with a leading ^ a regular expression; absent: any path of the API. */
  path: z.optional(z.string().check(z.refine(isPattern, problem('invalid')))),
  /** How many calls it strikes. */
  count: z._default(whole(1, 1_000_000), 1),
  /**
   * `delay`: answered `ms` later. `nak`: a NAK. `reset`: the connection is reset. `garbage`: 200 and no JSON. `error500`: Spring's 500 without an
   * envelope. `hang`: no answer. `end`: the write is ACKed, and its request ends in `status` without being applied.
   */
  fault: z.enum(['delay', 'nak', 'reset', 'garbage', 'error500', 'hang', 'end']),
  /** The call is done first, a write committed, and only the answer suffers. Strikes nothing but calls that were accepted. */
  afterAccept: z._default(z.boolean(), false),
  /** Milliseconds of `delay` (mandatory there) and of `hang` (absent: until the caller leaves). */
  ms: z.optional(whole(0, dayMs)),
  /** errorCode of `nak`, of the table of codes or not. */
  code: z._default(z.string().check(z.minLength(1)), 'GLOBAL_1001'),
  /** `errors` of `nak`. */
  errors: z.optional(z.array(toldError)),
  /** HTTP status of `nak`; absent: that of the code's row. */
  httpStatus: z.optional(whole(200, 599)),
  /** How the request ends under `end`. */
  status: z._default(z.enum(['FAILURE', 'INTERNAL_ERROR']), 'FAILURE'),
})
export type FaultOrder = z.output<typeof faultOrder>

const delayNeedsMs: Rule = (body) =>
  elementOf(body, 'fault') === 'delay' && elementOf(body, 'ms') === undefined
    ? [{ path: ['ms'], code: 'required' }]
    : []

/** Reads the body of `POST /__faults`. */
export function parseFaultOrder(body: unknown): Parsed<FaultOrder> {
  return parse(faultOrder, body, delayNeedsMs)
}

/** Whether a call is one of those that an order means. */
export function isMeant({ method, path }: FaultOrder, called: { method: string; path: string }): boolean {
  if (method !== undefined && method !== called.method) return false
  if (path === undefined) return true
  return path.startsWith('^') ? new RegExp(path).test(called.path) : called.path.startsWith(path)
}

function isPattern(path: string): boolean {
  if (path.startsWith('/')) return true
  if (!path.startsWith('^')) return false
  try {
    new RegExp(path)
    return true
  } catch {
    return false
  }
}
