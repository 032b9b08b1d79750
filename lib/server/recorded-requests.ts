import 'server-only'
import { and, count, desc, eq, or, type SQL, sql } from 'drizzle-orm'
import type { CallStatus } from '@/lib/contract/enums'
import { type Ack, toAck } from '@/lib/contract/envelope'
import {
  listedChanges,
  type RecordedChange,
  type RecordedRequest,
  type RecordedRequestsQuery,
  type RequestKind,
  recordedRequest,
} from '@/lib/contract/recorded-request'
import { contains, withinDays } from '@/lib/db/conditions'
import { type Database, database } from '@/lib/db/database'
import { request } from '@/lib/db/schema'
import type { Platform } from '@/lib/platform/platform'
import { Refusal } from '@/lib/platform/refusal'
import { forgetCustomer } from '@/lib/server/customer-now'
import type { Actor } from '@/lib/server/session'

/** What is known of a request at its ACK. */
export type Asked = {
  requestId: string
  kind: RequestKind
  subjectId: string | undefined
  subjectName: string | undefined
  changes: RecordedChange[]
}

/** Records an ACKed request with who, what and which elements. A request that stands already is left as it is. */
export async function recordRequest(db: Pick<Database, 'insert'>, session: Actor, asked: Asked): Promise<void> {
  await db
    .insert(request)
    .values({
      requestId: asked.requestId,
      customerId: session.customer.customerId,
      userId: session.user.id,
      userName: session.user.name,
      kind: asked.kind,
      subjectId: asked.subjectId ?? null,
      subjectName: storable(asked.subjectName ?? null),
      changes: storable(asked.changes),
    })
    .onConflictDoNothing()
}

/** What the platform says may hold what the contract would refuse and a database does. The record of an accepted write must not fail on it. */
function storable<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, child) =>
    typeof child === 'string' ? child.replaceAll('\0', '\ufffd').replace(/\p{Surrogate}/gu, '\ufffd') : child,
  )
}

/** A page of the recorded requests of the session's parent, the newest first. */
export async function listRequests({ customer }: Actor, query: RecordedRequestsQuery): Promise<Ack<RecordedRequest>> {
  const db = await database()
  const conditions: (SQL | undefined)[] = [
    eq(request.customerId, customer.customerId),
    query.status ? eq(request.status, query.status) : undefined,
    query.kind ? eq(request.kind, query.kind) : undefined,
    query.customerId ? eq(request.subjectId, query.customerId) : undefined,
    or(contains(request.subjectName, query.search), contains(request.userName, query.search)),
    withinDays(request.createdAt, query),
  ]
  const where = and(...conditions)
  const { page, size } = query
  const [rows, [total]] = await Promise.all([
    db
      .select()
      .from(request)
      .where(where)
      .orderBy(desc(request.sequence))
      .limit(size)
      .offset(page * size),
    db.select({ elements: count() }).from(request).where(where),
  ])
  const totalElements = total?.elements ?? 0
  return toAck(rows.map(toListed), { page, size, totalPages: Math.ceil(totalElements / size), totalElements })
}

/** Only the first of its changes: a customer of 200 addresses has 4,000. */
function toListed(row: typeof request.$inferSelect): RecordedRequest {
  const recorded = toRecordedRequest(row)
  return { ...recorded, changes: recorded.changes.slice(0, listedChanges) }
}

/**
 * The requests about a customer that have not ended: each is asked for anew. One that the platform does not know any more is not under way; it
 * would keep its elements from being changed for ever.
 * @throws Refusal when the platform cannot be asked
 */
export function openRequestsAbout(session: Actor, platform: Platform, subjectId: string): Promise<RecordedRequest[]> {
  return openRequests(session, platform, eq(request.subjectId, subjectId))
}

/** As `openRequestsAbout`: those that change something of one entry, see `entryId` of a recorded change. */
export function openRequestsOn(session: Actor, platform: Platform, entryId: string): Promise<RecordedRequest[]> {
  return openRequests(session, platform, sql`${request.changes} @> ${JSON.stringify([{ entryId }])}::jsonb`)
}

async function openRequests(session: Actor, platform: Platform, condition: SQL): Promise<RecordedRequest[]> {
  const db = await database()
  const rows = await db
    .select()
    .from(request)
    .where(and(eq(request.customerId, session.customer.customerId), eq(request.status, 'OPEN'), condition))
  const open = await Promise.all(rows.map(({ requestId }) => isUnderWay(session, platform, requestId)))
  return rows.filter((_, index) => open[index]).map(toRecordedRequest)
}

async function isUnderWay(session: Actor, platform: Platform, requestId: string): Promise<boolean> {
  try {
    return (await followRequest(session, platform, requestId)).status === 'OPEN'
  } catch (error) {
    if (error instanceof Refusal && error.code === 'GLOBAL_1003') return false
    throw error
  }
}

/**
 * One recorded request of the session's parent.
 * @throws Refusal GLOBAL_1003 when there is none of that id
 */
export async function findRequest(session: Actor, requestId: string): Promise<RecordedRequest> {
  const row = await rowOf(session, requestId)
  if (!row) throw new Refusal('GLOBAL_1003')
  return toRecordedRequest(row)
}

/**
 * Status of a request, asked of the platform until it has ended and of our record afterwards (an ended request never changes).
 * @throws Refusal GLOBAL_1003 for a request that is not the parent's
 */
export async function followRequest(
  session: Actor,
  platform: Platform,
  requestId: string,
): Promise<{ status: CallStatus }> {
  const row = await rowOf(session, requestId)
  if (row && row.status !== 'OPEN') return { status: toRecordedRequest(row).status }
  const [told] = (await platform.call(requestId)).content
  if (!told) throw new Refusal('GLOBAL_1003')
  if (row && told.status !== 'OPEN') {
    const db = await database()
    await db
      .update(request)
      .set({ status: told.status, endedAt: new Date() })
      .where(and(eq(request.requestId, row.requestId), eq(request.status, 'OPEN')))
    // Its policy may be another now, and live sessions are to feel that.
    if (row.subjectId) forgetCustomer(row.subjectId)
  }
  return told
}

async function rowOf({ customer }: Actor, requestId: string) {
  const db = await database()
  const [row] = await db
    .select()
    .from(request)
    .where(and(eq(request.requestId, requestId), eq(request.customerId, customer.customerId)))
  return row
}

/** Through the contract: what the database holds may be of another version. */
function toRecordedRequest(row: typeof request.$inferSelect): RecordedRequest {
  return recordedRequest.parse({
    ...row,
    changeCount: row.changes.length,
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  })
}
