import 'server-only'
import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm'
import { may } from '@/lib/auth/permission'
import type { PauseReason } from '@/lib/contract/value-import'
import { database } from '@/lib/db/database'
import { user, valueImport } from '@/lib/db/schema'
import { processWide } from '@/lib/env'
import { Refusal } from '@/lib/platform/refusal'
import { log } from '@/lib/server/log'
import { reachOf } from '@/lib/server/reach'
import { childNames } from '@/lib/server/resolve-customers'
import { hasOpenRows, holdsRows, type Work, workThrough } from '@/lib/server/value-import-rows'
import type { ImportRecord } from '@/lib/server/value-imports'

/** How long a process may be silent before another takes its import over, and how often it says that it is alive, in milliseconds. */
const leaseMs = 10_000
const renewMs = 2_500
/** Pause between two looks for imports that nobody works on, in milliseconds. */
const lookMs = 3_000

type Worker = { holder: string; timer: NodeJS.Timeout | undefined; running: Map<string, Promise<void>> }

/** This process as a worker. The leases that it takes are its own: another process, and this one after a restart, is somebody else. */
function worker(): Worker {
  return processWide('value-import-worker', () => ({ holder: randomUUID(), timer: undefined, running: new Map() }))
}

/** Has this process look for imports to work on, from now on: those that a restart has cut off, and those of a process that died. */
export function startImportWorker(): void {
  const own = worker()
  own.timer ??= setInterval(() => void wakeImports(), lookMs).unref()
  void wakeImports()
}

/** Takes up every import that has something to do and that nobody works on. */
export async function wakeImports(): Promise<void> {
  try {
    const db = await database()
    const idle = await db.select({ id: valueImport.id }).from(valueImport).where(and(hasWork(), isFree()))
    for (const { id } of idle) void workOn(id)
  } catch (err) {
    log().error({ err }, 'imports could not be looked up')
  }
}

/** Works on one import until nothing is left to do, it is paused, or another process has it. Never twice at a time in this process. */
export function workOn(id: string): Promise<void> {
  const { running } = worker()
  const standing = running.get(id)
  if (standing) return standing
  const work = workWhileHeld(id)
    .catch((err) => log().error({ err, importId: id }, 'an import came to a halt; it is taken up again'))
    .finally(() => running.delete(id))
  running.set(id, work)
  return work
}

async function workWhileHeld(id: string): Promise<void> {
  const { holder } = worker()
  const stop = new AbortController()
  // A renewal that fails is not the end of the lease; the next one tells.
  const renewal = setInterval(() => {
    renew(id, holder).then(
      (held) => held || stop.abort(),
      (err) => log().warn({ err, importId: id }, 'the lease of an import could not be renewed'),
    )
  }, renewMs).unref()
  try {
    for (let record = await takeLease(id, holder); record; record = await takeLease(id, holder)) {
      const work = await workFor(record, holder, stop.signal)
      if (!work) return await pauseFor(id, 'notAllowed')
      const [definition, names] = await Promise.all([definitionFor(work), namesFor(work)])
      await workThrough({ ...work, definition, names })
      if (stop.signal.aborted) return
      await endIfDone(id)
    }
  } finally {
    // A fault in one row's work ends that of the others, too.
    stop.abort()
    clearInterval(renewal)
    await release(id, holder)
  }
}

/** Who the work is done for, and by which access; undefined where the user may not do this any more. */
async function workFor(record: ImportRecord, holder: string, signal: AbortSignal): Promise<Work | undefined> {
  const db = await database()
  const [found] = await db.select().from(user).where(eq(user.id, record.userId))
  if (!found || found.disabledAt || found.customerId !== record.customerId) return undefined
  if (!may(found.role, 'manageExternalParams')) return undefined
  const reach = await reachOf(found)
  if (reach?.kind !== 'own') return undefined
  const { customerId, customerName } = record
  const { id, name, email } = found
  return {
    record,
    holder,
    signal,
    session: {
      user: { id, name, email, role: found.role as Work['session']['user']['role'] },
      customer: { customerId, customerName },
    },
    platform: reach.platform(),
    pause: (reason) => pauseFor(record.id, reason),
    inFlight: new Set(),
    definition: { id: record.definitionId, name: record.definitionName },
    names: new Map(),
  }
}

/** Without its present name, the one that it had when the import was made. */
async function definitionFor({ session, platform, definition }: Work): Promise<Work['definition']> {
  try {
    const { content } = await platform.externalParamDefinitions(session.customer.customerId)
    return content.find(({ id }) => id.toLowerCase() === definition.id.toLowerCase()) ?? definition
  } catch (err) {
    if (!(err instanceof Refusal)) throw err
    return definition
  }
}

/** Without the names, each row reads its own. */
async function namesFor({ session, platform }: Work): Promise<Work['names']> {
  try {
    return await childNames(session, platform)
  } catch (err) {
    if (!(err instanceof Refusal)) throw err
    return new Map()
  }
}

/** Keeps the lease. False where it is another's, or where the user may not do this any more: then the import stands still. */
async function renew(id: string, holder: string): Promise<boolean> {
  const record = await takeLease(id, holder)
  if (!record) return false
  if (await workFor(record, holder, AbortSignal.abort())) return true
  await pauseFor(id, 'notAllowed')
  return false
}

/** Takes or renews the lease. The database's clock counts, because the clocks of two machines differ. */
async function takeLease(id: string, holder: string): Promise<ImportRecord | undefined> {
  const db = await database()
  const [record] = await db
    .update(valueImport)
    .set({ leaseHolder: holder, leaseUntil: sql`now() + ${`${leaseMs} milliseconds`}::interval` })
    .where(and(eq(valueImport.id, id), hasWork(), or(isFree(), eq(valueImport.leaseHolder, holder))))
    .returning()
  return record
}

async function release(id: string, holder: string): Promise<void> {
  const db = await database()
  const mine = and(eq(valueImport.id, id), eq(valueImport.leaseHolder, holder))
  await db.update(valueImport).set({ leaseHolder: null, leaseUntil: null }).where(mine)
}

/** A paused import is worked on until what was sent has ended. */
function hasWork() {
  return or(eq(valueImport.state, 'running'), and(eq(valueImport.state, 'paused'), hasOpenRows(), isAllowed()))
}

function isAllowed() {
  return ne(valueImport.pausedBecause, 'notAllowed')
}

function isFree() {
  return or(isNull(valueImport.leaseUntil), lt(valueImport.leaseUntil, sql`now()`))
}

async function pauseFor(id: string, pausedBecause: PauseReason): Promise<void> {
  const db = await database()
  const going = and(eq(valueImport.id, id), inArray(valueImport.state, ['running', 'paused']))
  await db.update(valueImport).set({ state: 'paused', pausedBecause }).where(going)
}

async function endIfDone(id: string): Promise<void> {
  if (await holdsRows(id, ['waiting', 'sending', 'accepted'])) return
  const db = await database()
  const going = and(eq(valueImport.id, id), inArray(valueImport.state, ['running', 'paused']))
  await db.update(valueImport).set({ state: 'ended', pausedBecause: null, endedAt: new Date() }).where(going)
}
