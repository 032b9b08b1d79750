import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Database } from './db/open-database'
import { secret } from './db/schema'

/** Gives and reads bearer tokens: a customer's id and an expiry, signed with HMAC-SHA256 by a key that is kept in the database. */
export type Tokens = {
  give: (customerId: string) => string
  /** The customer whose token it is; undefined for one that is forged, garbled or expired. */
  read: (token: string) => string | undefined
}

/** Tokens outlive the process, so their key lies in the database, made at the first start. */
export async function openTokens(db: Database, lifetimeMs: number): Promise<Tokens> {
  const name = 'token'
  await db
    .insert(secret)
    .values({ name, value: randomBytes(32).toString('base64url') })
    .onConflictDoNothing()
  const [kept] = await db.select().from(secret).where(eq(secret.name, name))
  if (!kept) throw new Error('the key of the tokens is not in the database')
  const key = Buffer.from(kept.value, 'base64url')
  const sign = (payload: string) => createHmac('sha256', key).update(payload).digest()
  return {
    give: (customerId) => {
      // A nonce, so that two tokens of the same millisecond differ and a renewal can be told from what it renews.
      const nonce = randomBytes(6).toString('base64url')
      const payload = `${customerId}.${Date.now() + lifetimeMs}.${nonce}`
      return `${Buffer.from(payload).toString('base64url')}.${sign(payload).toString('base64url')}`
    },
    read: (token) => {
      const [encoded = '', signature = ''] = token.split('.')
      const payload = Buffer.from(encoded, 'base64url').toString()
      const expected = sign(payload)
      const actual = Buffer.from(signature, 'base64url')
      if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return undefined
      const [customerId, expiry] = payload.split('.')
      return Number(expiry) > Date.now() ? customerId : undefined
    },
  }
}
