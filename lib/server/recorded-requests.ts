import 'server-only'
import { and, count, desc, eq, type SQL } from 'drizzle-orm'
import type { CallStatus } from '@/lib/contract/enums'
import { type Ack, toAck } from '@/lib/contract/envelope'
import {
  type RecordedRequest,
  type RecordedRequestsQuery,
  recordedRequest,
  type requestKinds,
} from '@/lib/contract/recorded-request'
import { type Database, database } from '@/lib/db/database'
import { request } from '@/lib/db/schema'
import type { Platform } from '@/lib/platform/platform'
import { Refusal } from '@/lib/platform/refusal'
import type { Actor } from '@/lib/server/session'

/** What is known of a request at its ACK. */
export type Asked = {
  requestId: string
  kind: (typeof requestKinds)[number]
  subjectId: string | undefined
  subjectName: string | undefined
  /** The parsed body that was sent; only the paths of its elements are kept. */
  body: unknown
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
      subjectName: asked.subjectName ?? null,
      elements: elementPaths(asked.body),
    })
    .onConflictDoNothing()
}

/** Wire paths of the leaves of a body, such as `contact.identity.0.idNumber`. */
export function elementPaths(body: unknown, at: readonly string[] = []): string[] {
  if (body === null || typeof body !== 'object') return [at.join('.')]
  const children = Object.entries(body)
  if (children.length === 0) return [at.join('.')]
  return children.flatMap(([name, child]) => elementPaths(child, [...at, name]))
}

/** A page of the recorded requests of the session's parent, the newest first. */
export async function listRequests({ customer }: Actor, query: RecordedRequestsQuery): Promise<Ack<RecordedRequest>> {
  const db = await database()
  const conditions: (SQL | undefined)[] = [
    eq(request.customerId, customer.customerId),
    query.status ? eq(request.status, query.status) : undefined,
    query.kind ? eq(request.kind, query.kind) : undefined,
    query.customerId ? eq(request.subjectId, query.customerId) : undefined,
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
  return toAck(rows.map(toRecordedRequest), { page, size, totalPages: Math.ceil(totalElements / size), totalElements })
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
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  })
}
