import * as z from 'zod/mini'
import { paging } from './child-customers'
import { atMostBytes, filledText, mandatoryOnCreate, text, uuid } from './element'
import { type Parsed, parse, type Rule } from './parse'
import { type ProblemCode, problem, problemTexts } from './problem'

/**
 * The console's own calls that set the value of one definition on many sub-customers: an import is made, its rows are sent in chunks, it is
 * started, and the server works through it. Each row becomes one request of the platform, or is told why not.
 */

/** Most rows of an import, and of one chunk of them. */
export const maxImportRows = 10_000
export const maxChunkRows = 500
/**
 * Most bytes of UTF-8 of a line's customer, and of its value. The platform's pages name no limit; this one lets any row travel in a call of
 * 256 KiB, also where JSON takes six bytes for each of its characters.
 */
export const maxCellBytes = 16 * 1024
/** Most names that are looked up in one call. */
export const maxResolvedNames = 1000

/** `draft`: rows are being sent · `running`, `paused` · `ended`: nothing is left to do. */
export const valueImportStates = ['draft', 'running', 'paused', 'ended'] as const
export type ValueImportState = (typeof valueImportStates)[number]

/** Why an import stands still: somebody asked for it, its user may not do this any more, the platform was away for too long. */
export const pauseReasons = ['asked', 'notAllowed', 'platform'] as const
export type PauseReason = (typeof pauseReasons)[number]

/**
 * `waiting` · `sending` · `accepted`: the platform has ACKed it · `done`: its request ended SUCCESS, or the value was found where the answer
 * was lost · `failed`: its request ended otherwise · `refused`: by us or by the platform, nothing was written · `unknown`: the answer was
 * lost, and reading has not found the value; it is not sent again.
 */
export const importRowStates = ['waiting', 'sending', 'accepted', 'done', 'failed', 'refused', 'unknown'] as const
export type ImportRowState = (typeof importRowStates)[number]

const count = z.number()

/** `GET /api/v2/value-import/{id}`, and one item of `GET /api/v2/value-import`. */
export const valueImport = z.object({
  id: z.string(),
  definitionId: z.string(),
  definitionName: z.string(),
  rowCount: z.number(),
  state: z.enum(valueImportStates),
  pausedBecause: z.nullable(z.enum(pauseReasons)),
  counts: z.object({
    waiting: count,
    sending: count,
    accepted: count,
    done: count,
    failed: count,
    refused: count,
    unknown: count,
  }),
  /** Who started it, or took it up again. */
  userName: z.string(),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  endedAt: z.nullable(z.string()),
})
export type ValueImport = z.output<typeof valueImport>

/** Every code of a fault; one that a newer server tells is `invalid`. */
const problemCode = z.pipe(
  z.string(),
  z.transform((code): ProblemCode => (Object.hasOwn(problemTexts, code) ? (code as ProblemCode) : 'invalid')),
)

/** One item of `GET /api/v2/value-import/{id}/rows`. */
export const valueImportRow = z.object({
  /** Line of the text that was pasted, from 1. */
  line: z.number(),
  /** The customer as the line names it: an id or a name. */
  customer: z.string(),
  customerId: z.nullable(z.string()),
  value: z.string(),
  state: z.enum(importRowStates),
  /** Null where nothing was accepted, and where the answer was lost. */
  requestId: z.nullable(z.string()),
  errorCode: z.nullable(z.string()),
  problems: z.array(
    z.object({
      path: z.array(z.union([z.string(), z.number()])),
      code: problemCode,
      params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
    }),
  ),
})
export type ValueImportRow = z.output<typeof valueImportRow>

/** `POST /api/v2/value-import`. The caller chooses the id, so that a repeat makes no second one. */
export const createValueImport = z.strictObject({
  id: mandatoryOnCreate(uuid),
  definitionId: mandatoryOnCreate(uuid),
  rowCount: z.int().check(z.minimum(1), z.maximum(maxImportRows)),
})
export type CreateValueImport = z.output<typeof createValueImport>

/** Reads the body of the POST that makes an import. */
export function parseCreateValueImport(body: unknown): Parsed<CreateValueImport> {
  return parse(createValueImport, body)
}

/**
 * `POST /api/v2/value-import/{id}/rows`: a chunk of rows. A line that was sent before is left as it is, so a chunk may be repeated. What a row
 * holds is checked row by row (`parseValueRow`); one with a fault is kept and refused, not the chunk.
 */
export const addValueRows = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        line: z.int().check(z.minimum(1), z.maximum(1_000_000)),
        customer: text,
        customerId: z.optional(text),
        value: text,
        /** What the sender itself has found wrong with the row: it is kept, and never sent on. */
        fault: z.optional(z.pipe(z.string(), problemCode)),
      }),
    )
    .check(
      z.refine((rows) => rows.length > 0, problem('required')),
      z.refine((rows) => rows.length <= maxChunkRows, problem('tooManyValues', { max: maxChunkRows })),
    ),
})
export type AddValueRows = z.output<typeof addValueRows>
export type SentValueRow = AddValueRows['rows'][number]

/** Reads a chunk of rows. */
export function parseAddValueRows(body: unknown): Parsed<AddValueRows> {
  return parse(addValueRows, body)
}

const cell = mandatoryOnCreate(filledText.check(atMostBytes(maxCellBytes)))

/** What a row must hold to be sent to the platform. */
export const valueRow = z.strictObject({ customerId: mandatoryOnCreate(uuid), value: cell })

/** Reads what a row is to set. */
export function parseValueRow(row: unknown): Parsed<z.output<typeof valueRow>> {
  return parse(valueRow, row)
}

/** `GET /api/v2/value-import/{id}/rows`: by line. Pages are larger than elsewhere, because a result is read whole. */
export const valueRowsQuery = z.strictObject({
  page: paging.page,
  size: z.pipe(
    z.transform((size: unknown): unknown => (size === undefined ? 100 : Number(size))),
    z.int().check(z.minimum(1), z.maximum(1000)),
  ),
  state: z.optional(z.enum(importRowStates)),
})
export type ValueRowsQuery = z.output<typeof valueRowsQuery>

/** Reads the query of the rows. */
export function parseValueRowsQuery(search: unknown): Parsed<ValueRowsQuery> {
  return parse(valueRowsQuery, search)
}

const pastedCells = z.strictObject({ customer: cell, value: cell })

/** Reads the two cells of a line before anybody has looked up which sub-customer the first one means. The value is held to what a row is. */
export function parsePastedCells(cells: unknown): Parsed<z.output<typeof pastedCells>> {
  return parse(pastedCells, cells)
}

const valueImportsQuery = z.strictObject(paging)
export type ValueImportsQuery = z.output<typeof valueImportsQuery>

/** Reads the query of the list of imports. */
export function parseValueImportsQuery(search: unknown): Parsed<ValueImportsQuery> {
  return parse(valueImportsQuery, search)
}

/** `POST /api/v2/value-import/resolve`: which direct sub-customers have these ids or exact names. Writes nothing. */
export const resolveCustomers = z.strictObject({ customers: z.array(text) })
export type ResolveCustomers = z.output<typeof resolveCustomers>

const notTooMany: Rule = (body) => {
  const names = (body as { customers?: unknown } | null)?.customers
  if (!Array.isArray(names) || names.length <= maxResolvedNames) return []
  return [{ path: ['customers'], code: 'tooManyValues', params: { max: maxResolvedNames } }]
}

/** Reads the names to look up. */
export function parseResolveCustomers(body: unknown): Parsed<ResolveCustomers> {
  return parse(resolveCustomers, body, notTooMany)
}

/** One item of the answer, in the order of the question: no id where nobody is called so, several where the name is ambiguous. */
export const resolvedCustomer = z.object({ customer: z.string(), customerIds: z.array(z.string()) })
export type ResolvedCustomer = z.output<typeof resolvedCustomer>
