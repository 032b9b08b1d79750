import 'server-only'
import { setTimeout as delay } from 'node:timers/promises'
import { and, asc, eq, exists, gt, inArray, sql } from 'drizzle-orm'
import type { ExternalParamDefinition } from '@/lib/contract/external-param-definition'
import type { ImportRowState, PauseReason } from '@/lib/contract/value-import'
import { database } from '@/lib/db/database'
import { valueImport, valueImportRow } from '@/lib/db/schema'
import type { Platform } from '@/lib/platform/platform'
import { Refusal } from '@/lib/platform/refusal'
import { describeByRowKey } from '@/lib/server/find-submission'
import { log } from '@/lib/server/log'
import { followRequest } from '@/lib/server/recorded-requests'
import type { Actor } from '@/lib/server/session'
import { setExternalParamOnce } from '@/lib/server/set-external-param'
import type { ImportRecord } from '@/lib/server/value-imports'

/** What one stretch of work on an import needs. */
export type Work = {
  record: ImportRecord
  /** Who holds the lease. */
  holder: string
  /** Aborted when the lease is lost. */
  signal: AbortSignal
  session: Actor
  platform: Platform
  pause: (reason: PauseReason) => Promise<void>
  /** What is set, by its present name: it may have been renamed since the import was made. */
  definition: Pick<ExternalParamDefinition, 'id' | 'name'>
  /** Names of the sub-customers by id, for the record; read once, because each row would ask for its own. */
  names: ReadonlyMap<string, string>
  /** Lines that this stretch is sending at this moment; another one `sending` was cut off. */
  inFlight: Set<number>
}

type Row = typeof valueImportRow.$inferSelect

/** Rows that are sent at a time. */
const rowsAtOnce = 4
/** Rows that are claimed in one go; a pause lets them through. At least as many as are sent at a time. */
const claimedAtOnce = 8
/** Pause after a failure that may pass; it doubles up to the longest, in milliseconds. So many in a row, and the import stands still. */
const firstBackOffMs = 500
const longestBackOffMs = 15_000
const mostFailures = 8
/** Pause between two looks at what was sent, in milliseconds. */
const lookMs = 500
const longestLookMs = 2_000
/** Rows that are looked at in one go, and at a time. */
const lookedAtOnce = 100
const looksAtATime = 2
/** How long nobody asks about what was accepted, in milliseconds. */
const ripeAfterMs = 700
/** How long a row whose answer was lost is looked for, in milliseconds. */
const findWithinMs = 60_000

/** Rows whose end is not known, of the import that a query around is about. */
export function hasOpenRows() {
  return sql`exists (select 1 from ${valueImportRow} where ${valueImportRow.importId} = ${valueImport.id}
    and ${valueImportRow.state} in ('sending', 'accepted'))`
}

/** Whether an import has rows in one of these states. */
export async function holdsRows(importId: string, states: ImportRowState[]): Promise<boolean> {
  const db = await database()
  const open = and(eq(valueImportRow.importId, importId), inArray(valueImportRow.state, states))
  const rows = await db.select({ line: valueImportRow.line }).from(valueImportRow).where(open).limit(1)
  return rows.length > 0
}

/** Failures in a row and the moment until which nothing is sent, shared by the rows that are sent at a time. */
type BackOff = { failures: number; untilMs: number }

/**
 * Sends what waits and follows what was sent to its end. Comes back when nothing is left to do, or when there is something to send again: the
 * import was resumed, or a row that a crash cut off had not been sent.
 */
export async function workThrough(work: Work): Promise<void> {
  let isSending = true
  const sent = sendRows(work).finally(() => {
    isSending = false
  })
  await Promise.all([sent, settleRows(work, () => isSending)])
}

/** Sends what waits, a few rows at a time, until nothing waits, the import is paused, or the lease is lost. */
async function sendRows(work: Work): Promise<void> {
  const backOff: BackOff = { failures: 0, untilMs: 0 }
  const claimed: Row[] = []
  let claiming: Promise<unknown> | undefined
  const nextRow = async () => {
    if (claimed.length === 0) {
      claiming ??= claim(work)
        .then((rows) => claimed.push(...rows))
        .finally(() => {
          claiming = undefined
        })
      await claiming
    }
    return claimed.shift()
  }
  const lane = async () => {
    while (!work.signal.aborted) {
      const waitMs = backOff.untilMs - Date.now()
      if (waitMs > 0) await delay(Math.min(waitMs, lookMs))
      else {
        const row = await nextRow()
        if (!row) return
        await sendRow(work, row, backOff)
      }
    }
  }
  await Promise.all(Array.from({ length: rowsAtOnce }, lane))
}

/**
 * The next rows that wait, now `sending`; none where the import is not running or this process has lost the lease. Some at a time, because each
 * claim is a write of its own; one that a crash keeps from being sent has no submission, and waits again.
 */
async function claim({ record, holder, inFlight }: Work): Promise<Row[]> {
  const db = await database()
  const { importId, line, state } = valueImportRow
  const held = db
    .select({ id: valueImport.id })
    .from(valueImport)
    .where(and(eq(valueImport.id, record.id), eq(valueImport.state, 'running'), eq(valueImport.leaseHolder, holder)))
  const waiting = db
    .select({ line })
    .from(valueImportRow)
    .where(and(eq(importId, record.id), eq(state, 'waiting'), exists(held)))
    .orderBy(asc(line))
    .limit(claimedAtOnce)
    .for('update', { skipLocked: true })
  // In a clause of its own it runs once; as a plain subquery the planner may run it for each row, and claim them all.
  const next = db.$with('next').as(waiting)
  const rows = await db
    .with(next)
    .update(valueImportRow)
    .set({ state: 'sending', changedAt: new Date() })
    .where(and(eq(importId, record.id), inArray(line, db.select({ line: next.line }).from(next)), eq(state, 'waiting')))
    .returning()
  for (const row of rows) inFlight.add(row.line)
  return rows.toSorted((one, other) => one.line - other.line)
}

async function sendRow(work: Work, row: Row, backOff: BackOff): Promise<void> {
  const { session, platform, definition } = work
  const entityId = row.subCustomerId ?? ''
  try {
    const entityName = work.names.get(entityId)
    const set = {
      definition,
      entity: 'customer',
      entityId,
      value: row.value,
      ...(entityName && { entityName }),
    } as const
    const [accepted] = await setExternalParamOnce(session, platform, row.key, set)
    backOff.failures = 0
    await put(row, { state: 'accepted', requestId: accepted?.requestId ?? null })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.outcome === 'unknown') await put(row, { state: 'unknown' })
    else if (mayPass(error)) {
      // Nothing was written, so the row waits again.
      await put(row, { state: 'waiting' })
      await holdBack(work, error, backOff)
    } else await put(row, { state: 'refused', errorCode: error.code, problems: [...error.problems] })
  } finally {
    work.inFlight.delete(row.line)
  }
}

/** Writes where a row has got to, unless somebody else has brought it further meanwhile. */
async function put(row: Row, change: Partial<Row> & { state: ImportRowState }): Promise<void> {
  const db = await database()
  const { importId, line, state } = valueImportRow
  const unmoved = and(eq(importId, row.importId), eq(line, row.line), eq(state, row.state))
  await db
    .update(valueImportRow)
    .set({ ...change, changedAt: new Date() })
    .where(unmoved)
}

/** The platform is away or has had enough for now; or something about the same value is still under way. */
function mayPass({ status, problems }: Refusal): boolean {
  return [429, 502, 503, 504].includes(status) || problems.some(({ code }) => code === 'changeUnderWay')
}

async function holdBack({ record, pause }: Work, error: Refusal, backOff: BackOff): Promise<void> {
  // Rows that were sent together fail together: that is one failure.
  if (Date.now() < backOff.untilMs) return
  backOff.failures++
  const pauseMs = Math.min(firstBackOffMs * 2 ** (backOff.failures - 1), longestBackOffMs)
  backOff.untilMs = Date.now() + Math.max(pauseMs, (error.retryAfterSeconds ?? 0) * 1000)
  log().warn({ importId: record.id, code: error.code, failures: backOff.failures }, 'an import holds back')
  if (backOff.failures >= mostFailures) await pause('platform')
}

/**
 * Asks for the status of what was accepted, finds out what became of rows that a crash cut off, and reads where an answer was lost.
 */
async function settleRows(work: Work, isSending: () => boolean): Promise<void> {
  let pauseMs = lookMs
  while (!work.signal.aborted) {
    const open = await openRows(work.record.id)
    if (!isSending() && (open.length === 0 || (await waitsToBeSent(work.record.id)))) return
    const settled = await lookAt(work, open.filter(isRipe))
    pauseMs = settled > 0 ? lookMs : Math.min(pauseMs * 1.5, longestLookMs)
    if (settled < lookedAtOnce) await delay(pauseMs)
  }
}

/** What was accepted a moment ago has not ended yet. */
function isRipe({ state, changedAt }: Row): boolean {
  return state !== 'accepted' || Date.now() - changedAt.getTime() >= ripeAfterMs
}

/** The rows whose end is open, longest first; one whose answer was lost is open for a while only. */
async function openRows(id: string): Promise<Row[]> {
  const db = await database()
  const { importId, state, changedAt } = valueImportRow
  const lately = new Date(Date.now() - findWithinMs)
  const open = sql`(${inArray(state, ['sending', 'accepted'])} or ${and(eq(state, 'unknown'), gt(changedAt, lately))})`
  return db
    .select()
    .from(valueImportRow)
    .where(and(eq(importId, id), open))
    .orderBy(asc(changedAt))
    .limit(lookedAtOnce)
}

async function waitsToBeSent(id: string): Promise<boolean> {
  const db = await database()
  const [record] = await db.select({ state: valueImport.state }).from(valueImport).where(eq(valueImport.id, id))
  return record?.state === 'running' && (await holdsRows(id, ['waiting']))
}

/** Looks at rows, a few at a time. Returns how many have ended. */
async function lookAt(work: Work, rows: Row[]): Promise<number> {
  let next = 0
  let settled = 0
  const succeeded: Row[] = []
  const lane = async () => {
    for (let row = rows[next++]; row && !work.signal.aborted; row = rows[next++]) {
      if (await settle(work, row, succeeded)) settled++
    }
  }
  await Promise.all(Array.from({ length: looksAtATime }, lane))
  await putDone(work.record.id, succeeded)
  return settled
}

/** In one write, because this is how nearly every row ends. */
async function putDone(id: string, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return
  const db = await database()
  const { importId, line, state } = valueImportRow
  const lines = rows.map((row) => row.line)
  await db
    .update(valueImportRow)
    .set({ state: 'done', changedAt: new Date() })
    .where(and(eq(importId, id), inArray(line, lines), eq(state, 'accepted')))
}

/** Brings one row up to date, but for one that has succeeded, which is only told. A look that fails says nothing; the next one may. */
async function settle({ session, platform, record, inFlight }: Work, row: Row, succeeded: Row[]): Promise<boolean> {
  try {
    if (inFlight.has(row.line)) return false
    if (row.state === 'accepted') {
      const { status } = await followRequest(session, platform, row.requestId ?? '')
      if (status === 'OPEN') return false
      if (status === 'SUCCESS') succeeded.push(row)
      else await put(row, { state: 'failed' })
      return true
    }
    const { state, requestId } = await describeByRowKey(session, platform, row.key)
    if (state === 'acked') await put(row, { state: 'accepted', requestId: requestId ?? null })
    else if (state === 'found') await put(row, { state: 'done' })
    // Nothing of it was ever sent, or the platform refused it without our being told why: it may be sent.
    else if (state === 'none') await put(row, { state: 'waiting' })
    else if (state === 'unknown' && row.state === 'sending') await put(row, { state: 'unknown' })
    return state === 'found'
  } catch (err) {
    if (!(err instanceof Refusal)) throw err
    if (row.state === 'accepted' && err.code === 'GLOBAL_1003') {
      // The platform does not know its own request any more: nobody can tell how it ended.
      await put(row, { state: 'unknown' })
      return true
    }
    log().warn({ err, importId: record.id, line: row.line }, 'a row could not be looked at')
    return false
  }
}
