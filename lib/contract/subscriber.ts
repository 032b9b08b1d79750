import * as z from 'zod/mini'
import { paging } from './child-customers'
import { type Parsed, parse } from './parse'
import { rsqlComparison } from './rsql-comparison'

/** One item of `GET /api/v2/customer/{id}/subscriber`: a SIM. One that was never in a device has no IMEI yet. */
export const subscriber = z.object({
  subscriberId: z.string(),
  status: z.nullish(z.string()),
  iccid: z.nullish(z.string()),
  imsi: z.nullish(z.string()),
  msisdn: z.nullish(z.string()),
  imei: z.nullish(z.string()),
})
export type Subscriber = z.output<typeof subscriber>

/** What a search of subscribers may compare. */
export const subscriberSelectors = ['iccid', 'imsi', 'msisdn', 'imei'] as const

/** Query of the list: paging, and `query` in RSQL over `subscriberSelectors`. */
export const subscribersQuery = z.strictObject({ ...paging, query: z.optional(z.string()) })
export type SubscribersQuery = z.output<typeof subscribersQuery>

/** Reads the query of the list, as `URLSearchParams` gave it. */
export function parseSubscribersQuery(search: unknown): Parsed<SubscribersQuery> {
  return parse(subscribersQuery, search)
}

/** The RSQL expression that finds a part of any of the four numbers. The spaces, dashes and brackets of a number as printed do not count. */
export function subscriberQuery(part: string): string {
  const digits = part.replace(/[\s()-]/g, '')
  return subscriberSelectors.map((selector) => rsqlComparison(selector, `*${digits}*`)).join(',')
}
