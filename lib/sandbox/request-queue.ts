import { randomUUID } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { CallStatus } from '@/lib/contract/enums'
import { applyRequest } from './apply-request'
import type { Database } from './db/open-database'
import { type ForcedStatus, type RequestedWrite, request } from './db/schema'

/** A write as it is handed to the queue. */
export type Order = RequestedWrite & { requesterId: string; subjectId: string; forcedStatus?: ForcedStatus }

export type RequestQueue = {
  /** Keeps a checked write; what is returned is its requestId, and from then on no crash of the process loses it. */
  accept: (order: Order) => Promise<string>
  /** Stops after the request in hand. */
  stop: () => Promise<void>
}

type Request = typeof request.$inferSelect

/** Requests that are read at once; each has its own transaction. */
const batchSize = 20
/** Pause after the database itself has failed, in milliseconds. */
const retryMs = 1000

/**
 * The requests that were ACKed and are to be applied, in the order of their ACKs, each `delayMs` after it. They lie in the database; what an
 * earlier process left OPEN is resumed. A change and the end of its request are one transaction, so a request is applied exactly once.
 * @param onError told what went wrong with a request that ends INTERNAL_ERROR
 */
export function openRequestQueue(db: Database, delayMs: number, onError: (error: unknown) => void): RequestQueue {
  let stopped = false
  /** Whether something may have been accepted since the database was last asked. */
  let news = true
  let endNap = () => {}
  /** Ends a nap that has no end of its own. Somebody who naps until a request is due is left alone: what is accepted later is due later. */
  let endIdleness = () => {}

  const nap = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      endNap = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const idle = () =>
    new Promise<void>((resolve) => {
      endIdleness = resolve
    })

  const work = async () => {
    while (!stopped) {
      news = false
      const open = await openRequests(db)
      for (const asked of open) {
        // A clock that was set back must not keep a request open for longer than the delay.
        const dueInMs = Math.min(asked.dueAt.getTime() - Date.now(), delayMs)
        if (dueInMs > 0 && !stopped) await nap(dueInMs)
        if (stopped) return
        await end(db, asked, onError)
        // The embedded database answers without ever going back to the event loop; calls that came meanwhile would wait for the last request.
        await setImmediate()
      }
      if (open.length === 0 && !news && !stopped) await idle()
    }
  }

  const workOn = async (): Promise<void> => {
    try {
      await work()
    } catch (error) {
      onError(error)
      if (!stopped) await nap(retryMs)
      return workOn()
    }
  }
  const working = workOn()

  return {
    accept: async ({ kind, body, requesterId, subjectId, forcedStatus }) => {
      const id = randomUUID()
      const dueAt = new Date(Date.now() + delayMs)
      await db.insert(request).values({ id, kind, body, requesterId, subjectId, forcedStatus, dueAt })
      news = true
      endIdleness()
      return id
    },
    stop: () => {
      stopped = true
      endNap()
      endIdleness()
      return working
    },
  }
}

function openRequests(db: Database): Promise<Request[]> {
  // In the words of the index: as a parameter the status would leave the planner free to read every request that ever was.
  const isOpen = sql`status = 'OPEN'`
  return db.select().from(request).where(isOpen).orderBy(asc(request.sequence)).limit(batchSize)
}

async function end(db: Database, asked: Request, onError: (error: unknown) => void): Promise<void> {
  try {
    await db.transaction(async (tx) => {
      // First the end, guarded by OPEN: a request that has ended already is not applied again.
      const ended = await setStatus(tx, asked, 'OPEN', asked.forcedStatus ?? 'SUCCESS')
      if (!ended || asked.forcedStatus) return
      const outcome = await applyRequest(tx, asked)
      if (outcome !== 'SUCCESS') await setStatus(tx, asked, 'SUCCESS', outcome)
    })
  } catch (error) {
    onError(error)
    await setStatus(db, asked, 'OPEN', 'INTERNAL_ERROR')
  }
}

/** @returns whether the request was in status `from` */
async function setStatus(db: Pick<Database, 'update'>, { sequence }: Request, from: CallStatus, to: CallStatus) {
  const changed = await db
    .update(request)
    .set({ status: to, endedAt: new Date() })
    .where(and(eq(request.sequence, sequence), eq(request.status, from)))
    .returning({ sequence: request.sequence })
  return changed.length > 0
}
