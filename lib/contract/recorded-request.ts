import * as z from 'zod/mini'
import { day } from './audit-event'
import { paging } from './child-customers'
import { callStatuses } from './enums'
import { type Parsed, parse } from './parse'

/** What an asynchronous request asks of the platform. */
export const requestKinds = [
  'createCustomer',
  'modifyCustomer',
  'createExternalParamDefinitions',
  'modifyExternalParamDefinition',
  'deleteExternalParamDefinition',
  'createExternalParams',
  'modifyExternalParam',
  'deleteExternalParams',
] as const
export type RequestKind = (typeof requestKinds)[number]

const elementValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.unknown())])

/** One element that a request changes. */
export const recordedChange = z.object({
  /**
   * Wire path; an address is named by its place among the customer's addresses. The value of an external parameter is
   * `externalParams.<name>`, an element of its definition `externalParamsConfig.<name>.<element>`.
   */
  path: z.array(z.union([z.string(), z.number()])),
  /** Id of the contact or address; of the entity that has the value; of the definition, or what a new one is for. */
  entryId: z.optional(z.string()),
  /** What stood, "" for nothing. Identity numbers are masked. */
  before: elementValue,
  after: elementValue,
})
export type RecordedChange = z.output<typeof recordedChange>

/** An ACKed write as the console recorded it: `GET /api/v2/request` and `GET /api/v2/request/{requestId}`, the console's own. */
export const recordedRequest = z.object({
  requestId: z.string(),
  kind: z.enum(requestKinds),
  /** The sub-customer that the request creates or changes, where the platform told its id; null where it is about something else. */
  subjectId: z.nullable(z.string()),
  /** Name of that sub-customer, or of what else it is about: a plan's, a SIM's ICCID, a parameter's. */
  subjectName: z.nullable(z.string()),
  /** Every element that it changes; in a list up to ten of them, see `changeCount`. */
  changes: z.array(recordedChange),
  changeCount: z.number(),
  status: z.enum(callStatuses),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  endedAt: z.nullable(z.string()),
  userName: z.string(),
})
/** Changes that a list shows of each request. */
export const listedChanges = 10
export type RecordedRequest = z.output<typeof recordedRequest>

export const recordedRequestsQuery = z.strictObject({
  ...paging,
  status: z.optional(z.enum(callStatuses)),
  kind: z.optional(z.enum(requestKinds)),
  customerId: z.optional(z.string()),
  /** A part of the customer's or the user's name. */
  search: z.optional(z.string().check(z.maxLength(200))),
  /** Days of acceptance in UTC, both included, as YYYY-MM-DD. */
  from: z.optional(day),
  to: z.optional(day),
})
export type RecordedRequestsQuery = z.output<typeof recordedRequestsQuery>

/** Reads the query of the list of recorded requests. */
export function parseRecordedRequestsQuery(search: unknown): Parsed<RecordedRequestsQuery> {
  return parse(recordedRequestsQuery, search)
}
