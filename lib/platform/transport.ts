import 'server-only'
import type * as z from 'zod/mini'
import { codes, isCode } from '@/lib/contract/code'
import { type Ack, ack, nak } from '@/lib/contract/envelope'
import { env } from '@/lib/env'
import { NotDelivered, sendMessage } from '@/lib/platform/http-message'
import { Refusal } from '@/lib/platform/refusal'

/** One call to the platform. */
export type Call<Item> = {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
  /** Segments below /api/v2, unencoded: an id that holds a slash or dots cannot leave its segment. */
  path: readonly string[]
  query?: Readonly<Record<string, string | number | undefined>>
  body?: unknown
  /** Shape of one item of the ACK's content. */
  item: z.ZodMiniType<Item>
  /** Ends the call early. Only a read takes one: a write that is under way is not to be torn down by a browser that leaves. */
  signal?: AbortSignal | undefined
}

/** Says that the platform did not take the token. Never leaves lib/platform. */
export class TokenRefused extends Error {}

/**
 * Makes one call, once, and reads its answer.
 * @returns the ACK
 * @throws Refusal for a NAK, a timeout (504), garbage or an unreachable platform (502); with `outcome: 'unknown'` where a write may have
 *   been accepted all the same
 * @throws TokenRefused where the platform asks for another token; the call was not executed
 */
export async function exchange<Item>(call: Call<Item>, token: string | undefined): Promise<Ack<Item>> {
  const unknownIfWrite = call.method === 'GET' || !token ? undefined : 'unknown'
  const timeout = AbortSignal.timeout(env().PLATFORM_TIMEOUT_MS)
  const message = {
    method: call.method,
    url: urlOf(call),
    headers: { accept: 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: call.body === undefined ? undefined : JSON.stringify(call.body),
    signal: call.signal ? AbortSignal.any([timeout, call.signal]) : timeout,
  }
  const { status, text } = await sendMessage(message).catch((error: unknown) => {
    if (call.signal?.aborted) throw error
    const outcome = error instanceof NotDelivered ? undefined : unknownIfWrite
    throw new Refusal('GLOBAL_1001', { outcome, cause: error, ...(timeout.aborted ? { status: 504 } : {}) })
  })
  return answerOf(call, status, text, unknownIfWrite)
}

function answerOf<Item>(call: Call<Item>, status: number, text: string, outcome: 'unknown' | undefined): Ack<Item> {
  const json = readJson(text)
  const refused = nak.safeParse(json)
  if (status === 401 || (refused.success && refused.data.errorCode === 'AUTH_1001')) throw new TokenRefused()
  if (refused.success) {
    const { errorCode, errorMessage, errors = [] } = refused.data
    if (isCode(errorCode)) {
      // CUSTOMER_1025 says bad input and an unknown parameter alike; where the platform's status tells them apart, so does ours.
      const isMissing = status === 404 && codes[errorCode].console === 422
      throw new Refusal(errorCode, { problems: errors, ...(isMissing ? { status } : {}) })
    }
    throw new Refusal(errorCode, { problems: errors, message: errorMessage, status: status >= 500 ? 502 : 422 })
  }
  const accepted = ack(call.item).safeParse(json)
  // An answer without an envelope says nothing of what became of a write.
  if (!accepted.success)
    throw new Refusal('GLOBAL_1001', { outcome, cause: new Error(`answer ${status} is not an envelope`) })
  const { content, pageable } = accepted.data
  const single = { page: 0, size: content.length, totalPages: 1, totalElements: content.length }
  return { errorCode: '', errorMessage: '', content: content as Item[], pageable: pageable ?? single }
}

function urlOf({ path, query = {} }: Call<unknown>): URL {
  const url = new URL(`/api/v2/${path.map(encodeSegment).join('/')}`, env().PLATFORM_URL)
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value))
  }
  return url
}

/** `encodeURIComponent` leaves dots alone, and `..` as a segment would climb. */
function encodeSegment(segment: string): string {
  return /^\.+$/.test(segment) ? segment.replaceAll('.', '%252E') : encodeURIComponent(segment)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
