import * as z from 'zod/mini'
import { type Parsed, parse } from './parse'
import { problem } from './problem'

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

/** Query of the list: paging, `sort` as `name,asc` or `name,desc`, `query` in RSQL over customerName and customerId. */
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

/**
 * The RSQL expression that finds a part of a name, case ignored. An asterisk is a wildcard in RSQL and cannot be escaped; typed by a user it
 * stays one, which is what he expects of it.
 */
export function nameQuery(part: string): string {
  return `customerName=="*${escaped(part)}*"`
}

/** The RSQL expression that finds exactly this name (or what its wildcards match). */
export function exactNameQuery(name: string): string {
  return `customerName=="${escaped(name)}"`
}

function escaped(text: string): string {
  return text.replace(/["\\]/g, '\\$&')
}
