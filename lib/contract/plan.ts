import * as z from 'zod/mini'
import { paging } from './child-customers'
import { type Parsed, parse } from './parse'

/** One item of `GET /api/v2/customer/{id}/plan`, ours: a plan that the requester sells. */
export const plan = z.object({ planId: z.string(), planName: z.string() })
export type Plan = z.output<typeof plan>

/** Query of the list: paging alone. */
export const plansQuery = z.strictObject(paging)
export type PlansQuery = z.output<typeof plansQuery>

/** Reads the query of the list, as `URLSearchParams` gave it. */
export function parsePlansQuery(search: unknown): Parsed<PlansQuery> {
  return parse(plansQuery, search)
}
