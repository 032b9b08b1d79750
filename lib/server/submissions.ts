import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { and, eq } from 'drizzle-orm'
import { seal } from '@/lib/auth/seal'
import type { Code } from '@/lib/contract/code'
import { isUuid } from '@/lib/contract/element'
import type { Accepted } from '@/lib/contract/envelope'
import type { RequestKind } from '@/lib/contract/recorded-request'
import { idempotencyHeader } from '@/lib/contract/submission'
import { database } from '@/lib/db/database'
import { submission } from '@/lib/db/schema'
import { env } from '@/lib/env'
import { Refusal } from '@/lib/platform/refusal'
import { log } from '@/lib/server/log'
import { type Asked, recordRequest } from '@/lib/server/recorded-requests'
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

/** How each kind of write names bad input. */
const invalid: Readonly<Record<RequestKind, Code>> = {
  createCustomer: 'GLOBAL_1002',
  modifyCustomer: 'CUSTOMER_1003',
  createExternalParamDefinitions: 'CUSTOMER_1025',
  modifyExternalParamDefinition: 'CUSTOMER_1025',
  deleteExternalParamDefinition: 'CUSTOMER_1025',
  createExternalParams: 'CUSTOMER_1025',
  modifyExternalParam: 'CUSTOMER_1025',
  deleteExternalParams: 'CUSTOMER_1025',
}

/** The row key of an idempotency key: a key belongs to its user. */
export function submissionKey({ user }: Actor, key: string): string {
  return `${user.id}:${key.toLowerCase()}`
}

/**
 * The row key that a call's headers ask for. A caller that sends no Idempotency-Key gets one of its own: each of its calls is a submission of
 * its own.
 * @throws Refusal 422 for a key that is no UUID
 */
export function submissionKeyIn(session: Actor, headers: Headers, kind: RequestKind): string {
  const key = headers.get(idempotencyHeader) ?? randomUUID()
  if (!isUuid(key)) throw new Refusal(invalid[kind], { problems: [{ path: [idempotencyHeader], code: 'uuidFormat' }] })
  return submissionKey(session, key)
}

/** A write that is to reach the platform once. */
export type Write<Item extends Accepted> = {
  kind: RequestKind
  /** The parsed body; a repeat of its key must carry the same, to the same target. */
  body: unknown
  /** What the write changes; of a create, which makes it, nothing. */
  targetId?: string
  /** What reading needs to find out what became of the write, where that is not the body. */
  kept?: unknown
  /** Calls the platform. */
  send: () => Promise<Item[]>
  /** What is to be recorded of the accepted write; its kind is the write's unless told. */
  asked: (accepted: Item) => Pick<Asked, 'subjectId' | 'subjectName' | 'changes'> & { kind?: RequestKind }
}

/** The ACK of a write, of a repeat as far as the first one was kept. */
type Outcome = Accepted & { id?: string; customerid?: string }

/**
 * Sends a write, once per idempotency key: a repeat, at the same time, later, or after a crash, answers the first outcome and calls nobody. A
 * definite refusal wrote nothing, so it frees the key.
 * @param key row key of the submission, see `submissionKey`
 * @returns the content of the platform's ACK
 * @throws Refusal; with `outcome: 'unknown'` when the platform's answer was lost, and ever after for that key
 */
export async function submitOnce<Item extends Outcome>(
  session: Actor,
  key: string,
  write: Write<Item>,
): Promise<Outcome[]> {
  const db = await database()
  const bodyText = JSON.stringify(write.body)
  const row = {
    key,
    customerId: session.customer.customerId,
    kind: write.kind,
    targetId: write.targetId ?? null,
    bodyHash: hashOf(bodyText),
    state: 'sending' as const,
    sealedBody: seal('submission-body', write.kept === undefined ? bodyText : JSON.stringify(write.kept)),
  }
  const [mine] = await db.insert(submission).values(row).onConflictDoNothing().returning({ key: submission.key })
  // Where the first call is refused while this one waits, nothing was written, and this one may try.
  if (!mine) return (await firstOutcome(key, write)) ?? submitOnce(session, key, write)
  let accepted: Item | undefined
  try {
    accepted = (await write.send())[0]
    if (!accepted) throw new Refusal('GLOBAL_1001', { outcome: 'unknown', cause: new Error('the ACK has no content') })
  } catch (error) {
    const unknown = !(error instanceof Refusal) || error.outcome === 'unknown'
    await stored('submission', async () => {
      if (unknown) await db.update(submission).set({ state: 'unknown' }).where(eq(submission.key, key))
      else await db.delete(submission).where(eq(submission.key, key))
    })
    if (!unknown || error instanceof Refusal) throw error
    throw new Refusal('GLOBAL_1001', { status: 500, outcome: 'unknown', cause: error })
  }
  await storeAck(session, key, write, accepted)
  return [accepted]
}

/** Keeps the ACK. The write is accepted whatever our database does now, so its failure is logged with the ids and not shown as one. */
async function storeAck<Item extends Outcome>(
  session: Actor,
  key: string,
  { kind, asked }: Write<Item>,
  accepted: Item,
): Promise<void> {
  const db = await database()
  const { requestId } = accepted
  const madeId = accepted.id ?? accepted.customerid ?? null
  await stored(requestId, () =>
    db.transaction(async (transaction) => {
      await transaction
        .update(submission)
        .set({ state: 'acked', requestId, subjectId: madeId, sealedBody: null })
        .where(eq(submission.key, key))
      await recordRequest(transaction, session, { requestId, kind, ...asked(accepted) })
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

/**
 * The outcome of the first call with this key, waited for while it is under way; undefined where there was none, or it wrote nothing.
 * @throws Refusal 422 where that call was another write; `outcome: 'unknown'` where its answer was lost
 */
export async function firstOutcome(
  key: string,
  { kind, targetId, body }: Pick<Write<Accepted>, 'kind' | 'targetId' | 'body'>,
): Promise<Outcome[] | undefined> {
  const standing = await settled(key)
  if (!standing) return undefined
  const isSame = standing.kind === kind && standing.targetId === (targetId ?? null)
  if (!isSame || standing.bodyHash !== hashOf(JSON.stringify(body))) {
    throw new Refusal(invalid[kind], { problems: [{ path: [], code: 'keyReused' }] })
  }
  if (standing.state === 'acked' && standing.requestId) {
    const { requestId, subjectId } = standing
    return [{ requestId, ...(subjectId && { id: subjectId, customerid: subjectId }) }]
  }
  throw new Refusal('GLOBAL_1001', { status: 504, outcome: 'unknown' })
}

function hashOf(bodyText: string): string {
  return createHash('sha256').update(bodyText).digest('base64url')
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
