import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Code, codes } from '@/lib/contract/code'
import { type Pageable, toAck, toNak } from '@/lib/contract/envelope'
import type { Problem } from '@/lib/contract/problem'

/** A call that is answered with a NAK. Thrown where it is found, answered in one place. */
export class Refused extends Error {
  /** @param status HTTP status, where it is not that of the code's row */
  constructor(
    readonly code: Code,
    readonly problems: readonly Problem[] = [],
    readonly status: ContentfulStatusCode = codes[code].sandbox,
  ) {
    super(codes[code].message)
  }
}

/** An ACK of everything there is. */
export function answerAll(c: Context, content: unknown[]): Response {
  return answerPage(c, content, { page: 0, size: content.length, total: content.length })
}

/** An ACK of one page of a longer list. `page` counts from 0, `size` is elements per page, `total` elements of all pages. */
export function answerPage(
  c: Context,
  content: unknown[],
  { page, size, total }: { page: number; size: number; total: number },
): Response {
  const pageable: Pageable = { page, size, totalPages: size > 0 ? Math.ceil(total / size) : 0, totalElements: total }
  return c.json(toAck(content, pageable))
}

/** An ACK of one item, paged as the pages' examples are. */
export function answerOne(c: Context, item: unknown): Response {
  return c.json(toAck([item]))
}

/** The NAK of a refusal. */
export function answerRefusal(c: Context, { code, problems, status }: Refused): Response {
  if (status === 401) c.header('WWW-Authenticate', 'Bearer')
  return c.json(toNak(code, problems), status)
}

/** What a Spring application says of a path it does not know: no envelope. */
export function answerWithoutEnvelope(c: Context, status: 404 | 405 | 500): Response {
  const error = { 404: 'Not Found', 405: 'Method Not Allowed', 500: 'Internal Server Error' }[status]
  return c.json({ timestamp: new Date().toISOString(), status, error, path: new URL(c.req.url).pathname }, status)
}
