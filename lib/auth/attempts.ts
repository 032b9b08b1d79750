import 'server-only'
import { createHash } from 'node:crypto'
import { eq, inArray, sql } from 'drizzle-orm'
import { database } from '@/lib/db/database'
import { attempt } from '@/lib/db/schema'

/** What can be tried. Each counts for itself: a wrong code does not use up the attempts at a password. */
export type AttemptKind = 'password' | 'code' | 'recovery-code' | 'reset'

/** Who tries: the account that is tried (an e-mail address or a user id) and the address that it is tried from. */
export type AttemptSource = { kind: AttemptKind; account: string | undefined; address: string | undefined }

/** Attempts before the first lock. An address may be shared by a whole company. */
const freeAttempts = { account: 5, address: 100 }
/** The first lock, in milliseconds; each further attempt doubles it up to the longest. */
const firstLockMs = 30_000
const longestLockMs = 60 * 60 * 1000
/** After this time without an attempt, counting begins anew. */
const forgottenAfterMs = 60 * 60 * 1000

export type Attempt = {
  /** Seconds until the next attempt is taken, when this one was not. */
  lockedForSeconds: number | undefined
  /** Whether this attempt, should it fail, is the one that locks the account. */
  locksNow: boolean
}

/**
 * Counts an attempt before it is made, so that many at the same time cannot slip through together. One that succeeds is taken back with
 * `forgetAttempts`.
 */
export async function beginAttempt(source: AttemptSource, now = new Date()): Promise<Attempt> {
  const counted = await Promise.all(keysOf(source).map(({ key, free }) => count(key, free, now)))
  const locks = counted.flatMap(({ lockedUntil, taken }) => (taken || !lockedUntil ? [] : [lockedUntil.getTime()]))
  const locked = locks.length > 0 ? Math.max(...locks) : undefined
  return {
    lockedForSeconds: locked === undefined ? undefined : Math.max(1, Math.ceil((locked - now.getTime()) / 1000)),
    locksNow: counted.some(
      ({ taken, count: attempts, free }) => taken && attempts === free && free === freeAttempts.account,
    ),
  }
}

/**
 * Forgets the attempts at an account after one that succeeded. Of the address only this one is taken back: one right guess does not excuse
 * the wrong ones, and a company that signs in all morning from one address is not to be locked out of it.
 */
export async function forgetAttempts({ kind, account, address }: AttemptSource): Promise<void> {
  await returnAttempt({ kind, account: undefined, address })
  if (account === undefined) return
  const db = await database()
  await db.delete(attempt).where(eq(attempt.key, hashed(kind, 'account', account)))
}

/** Takes back one counted attempt that was neither right nor wrong, because the platform or the database failed meanwhile. */
export async function returnAttempt(source: AttemptSource): Promise<void> {
  const keys = keysOf(source).map(({ key }) => key)
  if (keys.length === 0) return
  const db = await database()
  await db
    .update(attempt)
    .set({ count: sql`greatest(${attempt.count} - 1, 0)`, lockedUntil: null })
    .where(inArray(attempt.key, keys))
}

type Counted = { taken: boolean; count: number; free: number; lockedUntil: Date | null }

/** One statement, so that the database decides who was first. */
async function count(key: string, free: number, now: Date): Promise<Counted> {
  const db = await database()
  const isForgotten = sql`${attempt.lastAt} < ${new Date(now.getTime() - forgottenAfterMs)} and coalesce(${attempt.lockedUntil} < ${now}, true)`
  const next = sql`case when ${isForgotten} then 1 else ${attempt.count} + 1 end`
  const lockMs = sql`least(${firstLockMs} * power(2, least((${next}) - ${free}, 20)), ${longestLockMs})`
  const rows = await db
    .insert(attempt)
    .values({ key, count: 1, lastAt: now })
    .onConflictDoUpdate({
      target: attempt.key,
      set: {
        count: next,
        lastAt: now,
        lockedUntil: sql`case when (${next}) >= ${free} then ${now}::timestamptz + ${lockMs} * interval '1 millisecond' end`,
      },
      // A locked account stays as it is: attempts during the lock neither count nor lengthen it.
      setWhere: sql`coalesce(${attempt.lockedUntil} <= ${now}, true)`,
    })
    .returning()
  const [row] = rows
  if (row) return { taken: true, count: row.count, free, lockedUntil: row.lockedUntil }
  const [standing] = await db.select().from(attempt).where(eq(attempt.key, key))
  return { taken: false, count: standing?.count ?? 0, free, lockedUntil: standing?.lockedUntil ?? now }
}

function keysOf({ kind, account, address }: AttemptSource): { key: string; free: number }[] {
  const keys = []
  if (account !== undefined) keys.push({ key: hashed(kind, 'account', account), free: freeAttempts.account })
  if (address !== undefined) keys.push({ key: hashed(kind, 'address', address), free: freeAttempts.address })
  return keys
}

function hashed(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}
