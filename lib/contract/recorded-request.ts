import * as z from 'zod/mini'
import { paging } from './child-customers'
import { callStatuses } from './enums'
import { type Parsed, parse } from './parse'

/** What an asynchronous request asks of the platform. */
export const requestKinds = ['createCustomer', 'modifyCustomer', 'modifyExternalParam'] as const

/** An ACKed write as the console recorded it: `GET /api/v2/request` and `GET /api/v2/request/{requestId}`, the console's own. */
export const recordedRequest = z.object({
  requestId: z.string(),
  kind: z.enum(requestKinds),
  /** The sub-customer that the request creates or changes, where the platform told its id. */
  subjectId: z.nullable(z.string()),
  subjectName: z.nullable(z.string()),
  /** Wire paths of the elements that were sent, such as `contact.emailAddress`. */
  elements: z.array(z.string()),
  status: z.enum(callStatuses),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  endedAt: z.nullable(z.string()),
  userName: z.string(),
})
export type RecordedRequest = z.output<typeof recordedRequest>

export const recordedRequestsQuery = z.strictObject({
  ...paging,
  status: z.optional(z.enum(callStatuses)),
  kind: z.optional(z.enum(requestKinds)),
  customerId: z.optional(z.string()),
})
export type RecordedRequestsQuery = z.output<typeof recordedRequestsQuery>

/** Reads the query of the list of recorded requests. */
export function parseRecordedRequestsQuery(search: unknown): Parsed<RecordedRequestsQuery> {
  return parse(recordedRequestsQuery, search)
}
