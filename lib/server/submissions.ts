import 'server-only'
import { createHash } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { and, eq } from 'drizzle-orm'
import { seal } from '@/lib/auth/seal'
import type { CreateCustomer, CreatedCustomer } from '@/lib/contract/create-customer'
import { database } from '@/lib/db/database'
import { submission } from '@/lib/db/schema'
import { env } from '@/lib/env'
import type { Platform } from '@/lib/platform/platform'
import { Refusal } from '@/lib/platform/refusal'
import { log } from '@/lib/server/log'
import { recordRequest } from '@/lib/server/recorded-requests'
import type { Actor } from '@/lib/server/session'

/** Row of a submission that stands already. */
export type Standing = typeof submission.$inferSelect

/** Pause between two looks at a submission that another call is sending, in milliseconds. */
const lookEveryMs = 50
/** Attempts at storing what the platform has accepted, and the pause between them in milliseconds. */
const storeAttempts = 5
const storePauseMs = 200

/**
 * Longest time a submission can be under way, in milliseconds: a token, the call, a renewed token, the call again, and some room. One that
 * stands longer as "sending" was cut off by a crash.
 */
export function longestSendingMs(): number {
  return 4 * env().PLATFORM_TIMEOUT_MS + 5_000
}

/** The row key of an idempotency key: a key belongs to its user. */
export function submissionKey({ user }: Actor, key: string): string {
  return `${user.id}:${key.toLowerCase()}`
}

/**
 * Creates a sub-customer, once per idempotency key: a repeat, at the same time, later, or after a crash, answers the first outcome and calls
 * nobody. A definite refusal wrote nothing, so it frees the key.
 * @returns the content of the platform's ACK
 * @throws Refusal; with `outcome: 'unknown'` when the platform's answer was lost, and ever after for that key
 */
export async function createOnce(
  session: Actor,
  platform: Platform,
  key: string,
  body: CreateCustomer,
): Promise<CreatedCustomer[]> {
  const db = await database()
  const bodyText = JSON.stringify(body)
  const row = {
    key: submissionKey(session, key),
    customerId: session.customer.customerId,
    bodyHash: createHash('sha256').update(bodyText).digest('base64url'),
    state: 'sending' as const,
    sealedBody: seal('submission-body', bodyText),
  }
  const [mine] = await db.insert(submission).values(row).onConflictDoNothing().returning({ key: submission.key })
  if (!mine) return firstOutcome(row.key, row.bodyHash, () => createOnce(session, platform, key, body))
  let created: CreatedCustomer | undefined
  try {
    created = (await platform.createCustomer(session.customer.customerId, body)).content[0]
    if (!created) throw new Refusal('GLOBAL_1001', { outcome: 'unknown', cause: new Error('the ACK has no content') })
  } catch (error) {
    const unknown = !(error instanceof Refusal) || error.outcome === 'unknown'
    await stored('submission', async () => {
      if (unknown) await db.update(submission).set({ state: 'unknown' }).where(eq(submission.key, row.key))
      else await db.delete(submission).where(eq(submission.key, row.key))
    })
    if (!unknown || error instanceof Refusal) throw error
    throw new Refusal('GLOBAL_1001', { status: 500, outcome: 'unknown', cause: error })
  }
  await storeAck(session, row.key, body, created)
  return [created]
}

/** Keeps the ACK. The write is accepted whatever our database does now, so its failure is logged with the ids and not shown as one. */
async function storeAck(session: Actor, key: string, body: CreateCustomer, created: CreatedCustomer): Promise<void> {
  const db = await database()
  const { requestId } = created
  const subjectId = created.id ?? created.customerid
  await stored(requestId, () =>
    db.transaction(async (transaction) => {
      await transaction
        .update(submission)
        .set({ state: 'acked', requestId, subjectId: subjectId ?? null, sealedBody: null })
        .where(eq(submission.key, key))
      const asked = { requestId, kind: 'createCustomer' as const, subjectId, subjectName: body.name, body }
      await recordRequest(transaction, session, asked)
    }),
  )
}

async function stored(what: string, store: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await store()
      return
    } catch (err) {
      log().error({ err, what, attempt }, 'could not store the outcome of a write')
      if (attempt === storeAttempts) return
      await delay(storePauseMs * attempt)
    }
  }
}

/** The outcome of the first call with this key, waited for while it is under way. */
async function firstOutcome(
  key: string,
  bodyHash: string,
  again: () => Promise<CreatedCustomer[]>,
): Promise<CreatedCustomer[]> {
  const standing = await settled(key)
  // The first call was refused while this one waited: nothing was written, and this one may try.
  if (!standing) return again()
  if (standing.bodyHash !== bodyHash) throw new Refusal('GLOBAL_1002', { problems: [{ path: [], code: 'keyReused' }] })
  if (standing.state === 'acked' && standing.requestId) {
    const id = standing.subjectId ?? undefined
    return [{ requestId: standing.requestId, id, customerid: id }]
  }
  throw new Refusal('GLOBAL_1001', { status: 504, outcome: 'unknown' })
}

async function settled(key: string): Promise<Standing | undefined> {
  for (;;) {
    const standing = await standingOf(key)
    if (standing?.state !== 'sending') return standing
    await delay(lookEveryMs)
  }
}

/** The submission of a row key as it stands; one that a crash cut off is `unknown`. */
export async function standingOf(key: string): Promise<Standing | undefined> {
  const db = await database()
  const [row] = await db.select().from(submission).where(eq(submission.key, key))
  if (row?.state !== 'sending' || Date.now() - row.sentAt.getTime() < longestSendingMs()) return row
  const cutOff = and(eq(submission.key, key), eq(submission.state, 'sending'))
  await db.update(submission).set({ state: 'unknown' }).where(cutOff)
  return { ...row, state: 'unknown' }
}
