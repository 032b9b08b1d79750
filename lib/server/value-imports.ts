import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, count, desc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm'
import { type Ack, toAck } from '@/lib/contract/envelope'
import type { Problem } from '@/lib/contract/problem'
import {
  type AddValueRows,
  type CreateValueImport,
  type ImportRowState,
  importRowStates,
  parseValueRow,
  type SentValueRow,
  type ValueImport,
  type ValueImportRow,
  type ValueImportsQuery,
  type ValueRowsQuery,
  valueImport as wireImport,
  valueImportRow as wireRow,
} from '@/lib/contract/value-import'
import { database } from '@/lib/db/database'
import { valueImport, valueImportRow } from '@/lib/db/schema'
import type { Platform } from '@/lib/platform/platform'
import { Refusal } from '@/lib/platform/refusal'
import type { Actor } from '@/lib/server/session'
import { submissionKey } from '@/lib/server/submissions'

/** Row of an import. */
export type ImportRecord = typeof valueImport.$inferSelect

/**
 * Makes an import without rows. A repeat answers the one that stands.
 * @throws Refusal CUSTOMER_1025 where the parent has no such definition for sub-customers; GLOBAL_1003 where the id is somebody else's
 */
export async function createImport(session: Actor, platform: Platform, body: CreateValueImport): Promise<ValueImport> {
  const { customerId, customerName } = session.customer
  const definitions = (await platform.externalParamDefinitions(customerId)).content
  const definition = definitions.find(
    ({ id, entityType }) => id.toLowerCase() === body.definitionId.toLowerCase() && entityType === 'customer',
  )
  if (!definition) {
    throw new Refusal('CUSTOMER_1025', { problems: [{ path: ['definitionId'], code: 'unknownDefinition' }] })
  }
  const db = await database()
  await db
    .insert(valueImport)
    .values({
      id: body.id.toLowerCase(),
      customerId,
      customerName,
      userId: session.user.id,
      userName: session.user.name,
      definitionId: definition.id,
      definitionName: definition.name,
      rowCount: body.rowCount,
    })
    .onConflictDoNothing()
  return describeImport(session, body.id)
}

/** Keeps a chunk of rows. A line that is there already is left as it is; once the import is started, every line is. */
export async function addRows(session: Actor, id: string, { rows }: AddValueRows): Promise<ValueImport> {
  const record = await recordOf(session, id)
  const db = await database()
  if (record.state === 'draft') {
    await db
      .insert(valueImportRow)
      .values(rows.map((row) => toRecord(session, record.id, row)))
      .onConflictDoNothing()
  }
  return describeImport(session, id)
}

function toRecord(session: Actor, importId: string, row: SentValueRow): typeof valueImportRow.$inferInsert {
  const { line, customer, customerId = '', value, fault } = row
  const read = parseValueRow({ customerId, value })
  const problems: Problem[] = fault ? [{ path: [], code: fault }] : read.ok ? [] : read.problems
  return {
    importId,
    line,
    customer,
    subCustomerId: customerId.toLowerCase() || null,
    value,
    // The key is kept before anything is sent: a repeat after a crash is the same submission.
    key: submissionKey(session, randomUUID()),
    state: problems.length > 0 ? 'refused' : 'waiting',
    errorCode: problems.length > 0 ? 'CUSTOMER_1025' : null,
    problems,
  }
}

/**
 * Starts an import whose rows have all arrived. Of two lines about one sub-customer the later is refused: it would not be told what is to
 * stand in the end.
 * @throws Refusal CUSTOMER_1025 where rows are missing
 */
export async function startImport(session: Actor, id: string): Promise<ValueImport> {
  const record = await recordOf(session, id)
  if (record.state !== 'draft') return describeImport(session, id)
  const db = await database()
  const [arrived] = await db
    .select({ rows: count() })
    .from(valueImportRow)
    .where(eq(valueImportRow.importId, record.id))
  const actual = arrived?.rows ?? 0
  if (actual !== record.rowCount) {
    throw new Refusal('CUSTOMER_1025', { problems: [{ path: ['rowCount'], code: 'rowsMissing', params: { actual } }] })
  }
  await db.transaction(async (transaction) => {
    const { importId, line, state, subCustomerId } = valueImportRow
    const ranked = transaction
      .select({
        line,
        place: sql<number>`row_number() over (partition by ${subCustomerId} order by ${line})`.as('place'),
      })
      .from(valueImportRow)
      .where(and(eq(importId, record.id), eq(state, 'waiting')))
      .as('ranked')
    const later = transaction.select({ line: ranked.line }).from(ranked).where(gt(ranked.place, 1))
    await transaction
      .update(valueImportRow)
      .set({ state: 'refused', errorCode: 'CUSTOMER_1025', problems: [{ path: ['customerId'], code: 'duplicate' }] })
      .where(and(eq(importId, record.id), eq(state, 'waiting'), inArray(line, later)))
    await transaction
      .update(valueImport)
      .set({ state: 'running' })
      .where(and(eq(valueImport.id, record.id), eq(valueImport.state, 'draft')))
  })
  return describeImport(session, id)
}

/** Stops a running import after what is being sent at this moment. */
export async function pauseImport(session: Actor, id: string): Promise<ValueImport> {
  const record = await recordOf(session, id)
  const db = await database()
  await db
    .update(valueImport)
    .set({ state: 'paused', pausedBecause: 'asked' })
    .where(and(eq(valueImport.id, record.id), eq(valueImport.state, 'running')))
  return describeImport(session, id)
}

/** Goes on with a paused import, from now on in the name of who asks for it. */
export async function resumeImport(session: Actor, id: string): Promise<ValueImport> {
  const record = await recordOf(session, id)
  const db = await database()
  await db
    .update(valueImport)
    .set({ state: 'running', pausedBecause: null, userId: session.user.id, userName: session.user.name })
    .where(and(eq(valueImport.id, record.id), eq(valueImport.state, 'paused')))
  return describeImport(session, id)
}

/**
 * One import of the session's parent, with the number of its rows in each state.
 * @throws Refusal GLOBAL_1003 when there is none of that id
 */
export async function describeImport(session: Actor, id: string): Promise<ValueImport> {
  const record = await recordOf(session, id)
  const counts = await countsOf([record.id])
  return toWire(record, counts.get(record.id))
}

/** A page of the parent's imports, the newest first. */
export async function listImports({ customer }: Actor, query: ValueImportsQuery): Promise<Ack<ValueImport>> {
  const { page, size } = query
  const db = await database()
  const where = eq(valueImport.customerId, customer.customerId)
  const [records, [total]] = await Promise.all([
    db
      .select()
      .from(valueImport)
      .where(where)
      .orderBy(desc(valueImport.createdAt), valueImport.id)
      .limit(size)
      .offset(page * size),
    db.select({ elements: count() }).from(valueImport).where(where),
  ])
  const counts = await countsOf(records.map(({ id }) => id))
  const content = records.map((record) => toWire(record, counts.get(record.id)))
  return toAck(content, paged(query, total?.elements ?? 0))
}

/** A page of an import's rows, by line. */
export async function listRows(session: Actor, id: string, query: ValueRowsQuery): Promise<Ack<ValueImportRow>> {
  const record = await recordOf(session, id)
  const { page, size, state } = query
  const db = await database()
  const where = and(
    eq(valueImportRow.importId, record.id),
    state ? eq(valueImportRow.state, state) : (undefined as SQL | undefined),
  )
  const [rows, [total]] = await Promise.all([
    db
      .select()
      .from(valueImportRow)
      .where(where)
      .orderBy(valueImportRow.line)
      .limit(size)
      .offset(page * size),
    db.select({ elements: count() }).from(valueImportRow).where(where),
  ])
  const content = rows.map(({ subCustomerId, ...row }) => wireRow.parse({ ...row, customerId: subCustomerId }))
  return toAck(content, paged(query, total?.elements ?? 0))
}

function paged({ page, size }: { page: number; size: number }, totalElements: number) {
  return { page, size, totalPages: Math.ceil(totalElements / size), totalElements }
}

async function recordOf({ customer }: Actor, id: string): Promise<ImportRecord> {
  const db = await database()
  const mine = and(eq(valueImport.id, id.toLowerCase()), eq(valueImport.customerId, customer.customerId))
  const [record] = await db.select().from(valueImport).where(mine)
  if (!record) throw new Refusal('GLOBAL_1003')
  return record
}

type Counts = Partial<Record<ImportRowState, number>>

async function countsOf(importIds: string[]): Promise<Map<string, Counts>> {
  const counts = new Map<string, Counts>()
  if (importIds.length === 0) return counts
  const db = await database()
  const { importId, state } = valueImportRow
  const found = await db
    .select({ importId, state, rows: count() })
    .from(valueImportRow)
    .where(inArray(importId, importIds))
    .groupBy(importId, state)
  for (const { importId: id, state: of, rows } of found) counts.set(id, { ...counts.get(id), [of]: rows })
  return counts
}

const none = Object.fromEntries(importRowStates.map((state) => [state, 0]))

/** Through the contract: what the database holds may be of another version. */
function toWire(record: ImportRecord, counts: Counts = {}): ValueImport {
  return wireImport.parse({
    ...record,
    counts: { ...none, ...counts },
    createdAt: record.createdAt.toISOString(),
    endedAt: record.endedAt?.toISOString() ?? null,
  })
}
