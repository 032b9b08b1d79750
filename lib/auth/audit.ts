import 'server-only'
import { and, count, desc, eq, type SQL } from 'drizzle-orm'
import type { AuditEvent, AuditKind, AuditQuery } from '@/lib/contract/audit-event'
import { type Ack, toAck } from '@/lib/contract/envelope'
import { contains, withinDays } from '@/lib/db/conditions'
import { database } from '@/lib/db/database'
import { auditEvent } from '@/lib/db/schema'

/** An event to be recorded: whom it concerns, what happened, and from where. */
export type Recorded = {
  kind: AuditKind
  user: { id: string; email: string; customerId: string }
  actorEmail?: string | undefined
  address?: string | undefined
  device?: string | undefined
  detail?: Record<string, string> | undefined
}

/** Adds an event to the record. The database refuses to change or delete it afterwards. */
export async function recordEvent({ kind, user, actorEmail, address, device, detail }: Recorded): Promise<void> {
  const db = await database()
  await db.insert(auditEvent).values({
    kind,
    customerId: user.customerId,
    userId: user.id,
    userEmail: user.email,
    actorEmail: actorEmail ?? null,
    address: address ?? null,
    device: device ?? null,
    detail: detail ?? null,
  })
}

/** A page of a customer's record, the newest first. `from` and `to` are days in UTC, both included. */
export async function listEvents(customerId: string, query: AuditQuery): Promise<Ack<AuditEvent>> {
  const { kind, user, page, size } = query
  const conditions: (SQL | undefined)[] = [
    eq(auditEvent.customerId, customerId),
    kind ? eq(auditEvent.kind, kind) : undefined,
    contains(auditEvent.userEmail, user),
    withinDays(auditEvent.at, query),
  ]
  const where = and(...conditions)
  const db = await database()
  const [rows, [total]] = await Promise.all([
    db
      .select()
      .from(auditEvent)
      .where(where)
      .orderBy(desc(auditEvent.id))
      .limit(size)
      .offset(page * size),
    db.select({ elements: count() }).from(auditEvent).where(where),
  ])
  const totalElements = total?.elements ?? 0
  const content = rows.map(({ id, at, kind, userEmail, actorEmail, address, device, detail }) => ({
    id: String(id),
    at: at.toISOString(),
    // The column is written by `recordEvent` alone; an older version's kind is still a text.
    kind: kind as AuditKind,
    userEmail,
    actorEmail,
    address,
    device,
    detail: detail ?? {},
  }))
  return toAck(content, { page, size, totalPages: Math.ceil(totalElements / size), totalElements })
}
