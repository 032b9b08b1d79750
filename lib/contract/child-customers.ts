import * as z from 'zod/mini'
import { type Parsed, parse } from './parse'
import { problem } from './problem'
import { rsqlComparison } from './rsql-comparison'

/** `GET /api/v2/customer/{id}/child-customers`: the direct sub-customers, by id and name only. */
export const childCustomer = z.object({
  customerId: z.string(),
  customerName: z.pipe(
    z.nullish(z.string()),
    z.transform((name): string => name ?? ''),
  ),
})
export type ChildCustomer = z.output<typeof childCustomer>

/** Largest page that the platform gives, in elements. */
export const maxPageSize = 100

const count = (fallback: number, min: number, max = Number.MAX_SAFE_INTEGER) =>
  z.pipe(
    z.transform((value: unknown): unknown => {
      if (value === undefined) return fallback
      return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
    }),
    z.int().check(z.minimum(min), z.maximum(max)),
  )

/** `page` counts from 0, `size` is 1 to 100. */
export const paging = {
  page: count(0, 0),
  size: count(10, 1, maxPageSize),
}

/**
 * Query of the list: paging, `sort` as `name,asc` or `name,desc`, `query` in RSQL over customerName, customerId and, ours, the searchable
 * external parameters of sub-customers (`externalParamSelector`).
 */
export const childCustomersQuery = z.strictObject({
  ...paging,
  sort: z._default(
    z
      .string()
      .check(z.refine((sort) => /^(name|customerName|customerId)(,(asc|desc))?$/i.test(sort), problem('invalid'))),
    'name,asc',
  ),
  query: z.optional(z.string()),
})
export type ChildCustomersQuery = z.output<typeof childCustomersQuery>

/** Reads the query of the list, as `URLSearchParams` gave it. */
export function parseChildCustomersQuery(search: unknown): Parsed<ChildCustomersQuery> {
  return parse(childCustomersQuery, search)
}

/** The RSQL expression that finds a part of a name, case ignored. */
export function nameQuery(part: string): string {
  return rsqlComparison('customerName', `*${part}*`)
}

/** The RSQL expression that finds exactly this name (or what its wildcards match). */
export function exactNameQuery(name: string): string {
  return rsqlComparison('customerName', name)
}

/**
 * The selector, ours, of a search by an external parameter: its name after `externalParam.`, percent-encoded where the name holds a character
 * that RSQL gives a meaning to. Each name has one selector.
 */
export function externalParamSelector(name: string): string {
  return `externalParam.${/^[^"'();,=!~<>\s%]+$/.test(name) ? name : percentEncoded(name)}`
}

/** The RSQL expression that finds the sub-customers whose value of an external parameter holds this part, case ignored. */
export function externalParamQuery(name: string, part: string): string {
  return rsqlComparison(externalParamSelector(name), `*${part}*`)
}

/** `encodeURIComponent` leaves some characters alone that RSQL does not. */
function percentEncoded(name: string): string {
  return encodeURIComponent(name).replace(/[!'()~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}
