import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { toAck, toNak } from '@/lib/contract/envelope'
import { closeDatabase, database } from '@/lib/db/database'
import { startPostgres } from '@/lib/db/postgres-for-tests'
import { request, submission } from '@/lib/db/schema'
import { env } from '@/lib/env'
import type { Platform } from '@/lib/platform/platform'
import { json } from '@/lib/platform/scripted-peer'
import { createOnce } from '@/lib/server/create-sub-customer'
import { describeSubmission } from '@/lib/server/find-submission'
import { newAdmin, platformForTests } from '@/lib/server/platform-for-tests'
import { followRequest, listRequests, recordRequest } from '@/lib/server/recorded-requests'
import type { Actor } from '@/lib/server/session'
import { longestSendingMs, submissionKey } from '@/lib/server/submissions'

const peer = platformForTests(800)

/** Each test has a parent, a user and a Public API user of its own. */
let session: Actor
let platform: Platform
beforeEach(() => {
  ;({ session, platform } = newAdmin())
})

const body = { status: 'ACTIVE' as const, currency: 'EUR', name: 'Acme' }
const lost: Parameters<typeof peer.answers.push>[0] = (received) => received.socket.destroy()
const create = (key: string, sent = body) => createOnce(session, platform, submissionKey(session, key), sent)
const writes = () => peer.calls.filter(({ method }) => method === 'POST').length

describe.each(['PGlite', 'PostgreSQL'])('on %s', (backend) => {
  let stop: (() => void) | undefined
  beforeAll(async () => {
    if (backend === 'PostgreSQL') {
      const postgres = await startPostgres()
      stop = postgres.stop
      env().DATABASE_URL = postgres.url
    }
    // Opened and migrated here: that holds up the process for longer than the platform may take in a test.
    await database()
  }, 300_000)
  afterAll(async () => {
    await closeDatabase()
    env().DATABASE_URL = undefined
    stop?.()
  })

  it('a key creates once, however often and how many at a time it is sent', async () => {
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 10 }, () => create(key)))
    answers.push(await create(key.toUpperCase()))
    expect(writes()).toBe(1)
    expect(new Set(answers.map(([created]) => created?.requestId)).size).toBe(1)
  })

  it("a user's key is nobody else's", async () => {
    const key = randomUUID()
    await create(key)
    session = { ...session, user: { ...session.user, id: randomUUID() } }
    await create(key)
    expect(writes()).toBe(2)
  })

  it('a key that stands for one body is refused with another', async () => {
    const key = randomUUID()
    await create(key)
    await expect(create(key, { ...body, name: 'Other' })).rejects.toMatchObject({ code: 'GLOBAL_1002', status: 422 })
    expect(writes()).toBe(1)
  })

  it('a refusal wrote nothing and frees the key', async () => {
    const key = randomUUID()
    peer.answers = [json(400, toNak('GLOBAL_1002', [{ path: ['name'], code: 'duplicate' }]))]
    await expect(create(key)).rejects.toMatchObject({ code: 'GLOBAL_1002' })
    expect(await create(key, { ...body, name: 'Better' })).toHaveLength(1)
    expect(writes()).toBe(2)
  })

  it('a lost answer is never sent again', async () => {
    const key = randomUUID()
    peer.answers = [lost]
    for (let attempt = 0; attempt < 3; attempt++)
      await expect(create(key)).rejects.toMatchObject({ outcome: 'unknown' })
    expect(writes()).toBe(1)
  })

  it('a lost answer is found out by reading, and only what was sent is found', async () => {
    const key = randomUUID()
    peer.answers = [lost]
    await expect(create(key)).rejects.toMatchObject({ outcome: 'unknown' })
    const child = toAck([{ customerId: 'there', customerName: 'Acme' }])
    const held = { customerId: 'there', status: 'ACTIVE', type: 'PRIVATE', currency: 'EUR', name: 'Acme' }
    peer.answers = [json(200, toAck([]))]
    expect(await describeSubmission(session, platform, key)).toEqual({ state: 'unknown' })
    peer.answers = [json(200, child), json(200, toAck([{ ...held, currency: 'USD' }]))]
    expect(await describeSubmission(session, platform, key)).toEqual({ state: 'unknown' })
    peer.answers = [json(200, child), json(200, toAck([held]))]
    expect(await describeSubmission(session, platform, key)).toEqual({ state: 'found', customerId: 'there' })
    expect(writes()).toBe(1)
  })

  it('a customer that one submission was found as is not found for another', async () => {
    const held = json(200, toAck([{ customerId: 'twin', status: 'ACTIVE', currency: 'EUR', name: 'Acme' }]))
    const child = json(200, toAck([{ customerId: 'twin', customerName: 'Acme' }]))
    const keys = [randomUUID(), randomUUID()] as const
    for (const key of keys) {
      peer.answers = [lost]
      await expect(create(key)).rejects.toMatchObject({ outcome: 'unknown' })
    }
    peer.answers = [child, held]
    expect(await describeSubmission(session, platform, keys[0])).toMatchObject({ state: 'found' })
    peer.answers = [child, held]
    expect(await describeSubmission(session, platform, keys[1])).toEqual({ state: 'unknown' })
  })

  it('a submission that a crash cut off is of unknown outcome and is not sent again', async () => {
    const key = randomUUID()
    peer.answers = [lost]
    await expect(create(key)).rejects.toMatchObject({ outcome: 'unknown' })
    const db = await database()
    const cutOff = { state: 'sending' as const, sentAt: new Date(Date.now() - longestSendingMs()) }
    await db
      .update(submission)
      .set(cutOff)
      .where(eq(submission.key, submissionKey(session, key)))
    await expect(create(key)).rejects.toMatchObject({ outcome: 'unknown', status: 504 })
    expect(writes()).toBe(1)
  })

  it('a key that was never sent is none', async () => {
    expect(await describeSubmission(session, platform, randomUUID())).toEqual({ state: 'none' })
  })

  it('keeps what was sent only until the outcome is known, and never in clear', async () => {
    const [acked, unknown] = [randomUUID(), randomUUID()]
    await create(acked)
    peer.answers = [lost]
    await expect(create(unknown)).rejects.toMatchObject({ outcome: 'unknown' })
    const db = await database()
    const rows = await db.select().from(submission).where(eq(submission.customerId, session.customer.customerId))
    expect(rows.find(({ state }) => state === 'acked')?.sealedBody).toBeNull()
    expect(JSON.stringify(rows)).not.toContain('Acme')
  })

  it('records an ACK with who, what and which elements, and follows it to its end once', async () => {
    const [created] = await create(randomUUID())
    const requestId = created?.requestId ?? ''
    expect((await listRequests(session, { page: 0, size: 10 })).content).toMatchObject([
      { requestId, kind: 'createCustomer', subjectName: 'Acme', status: 'OPEN', endedAt: null, userName: 'Grace' },
    ])
    const db = await database()
    const [row] = await db.select().from(request).where(eq(request.requestId, requestId))
    expect(row?.changes.map(({ path }) => path.join('.')).toSorted()).toEqual(['currency', 'name', 'status'])
    peer.answers = ['OPEN', 'SUCCESS'].map((status) => json(200, toAck([{ status }])))
    expect(await followRequest(session, platform, requestId)).toEqual({ status: 'OPEN' })
    expect(await followRequest(session, platform, requestId)).toEqual({ status: 'SUCCESS' })
    const calls = peer.calls.length
    expect(await followRequest(session, platform, requestId)).toEqual({ status: 'SUCCESS' })
    expect(peer.calls).toHaveLength(calls)
  })

  it('keeps the record append-only: its end is written once, and nothing else is changed or taken away', async () => {
    const [created] = await create(randomUUID())
    const mine = eq(request.requestId, created?.requestId ?? '')
    const db = await database()
    const rowNow = async () => (await db.select().from(request).where(mine))[0]
    const before = await rowNow()
    const refused = { cause: { message: expect.stringContaining('append-only') } }
    for (const change of [
      { userName: 'Eve' },
      { changes: [] },
      { subjectId: null },
      { createdAt: new Date(0) },
      { status: 'SUCCESS', changes: [] },
      { requestId: randomUUID() },
    ]) {
      await expect(db.update(request).set(change).where(mine), JSON.stringify(change)).rejects.toMatchObject(refused)
    }
    await expect(db.delete(request).where(mine)).rejects.toMatchObject(refused)
    await expect(db.execute(sql`truncate table ${request} cascade`)).rejects.toMatchObject(refused)
    expect(await rowNow()).toEqual(before)

    const end = { status: 'FAILURE', endedAt: new Date() }
    await db.update(request).set(end).where(mine)
    await expect(db.update(request).set({ status: 'SUCCESS' }).where(mine)).rejects.toMatchObject(refused)
    await expect(db.update(request).set(end).where(mine)).rejects.toMatchObject(refused)
    expect(await rowNow()).toEqual({ ...before, ...end })
  })

  it('records also what the platform tells in characters that a database refuses', async () => {
    const requestId = randomUUID()
    const before = [{ keyName: 'nul \0', keyValue: 'half \ud83d' }]
    const changes = [{ path: ['customFields'], before, after: [] }]
    const asked = { requestId, kind: 'modifyCustomer', subjectId: 'c1', subjectName: 'nul \0', changes } as const
    await recordRequest(await database(), session, { ...asked, changes })
    expect((await listRequests(session, { page: 0, size: 10 })).content).toMatchObject([
      { subjectName: 'nul \ufffd', changes: [{ before: [{ keyName: 'nul \ufffd', keyValue: 'half \ufffd' }] }] },
    ])
  })

  it('finds requests by any part of the names, taken literally, and by days in UTC', async () => {
    for (const name of ['100% Ökologisch', '100 x', 'a_b', 'back\\slash']) await create(randomUUID(), { ...body, name })
    const found = async (query: object) =>
      (await listRequests(session, { page: 0, size: 10, ...query })).content.map(({ subjectName }) => subjectName)
    expect(await found({ search: '100%' })).toEqual(['100% Ökologisch'])
    expect(await found({ search: 'A_B' })).toEqual(['a_b'])
    expect(await found({ search: 'k\\s' })).toEqual(['back\\slash'])
    expect(await found({ search: 'grace' })).toHaveLength(4)
    expect(await found({ search: 'nobody' })).toEqual([])
    const [from, to] = [new Date().toISOString().slice(0, 10), '9998-12-31']
    expect(await found({ from, to })).toHaveLength(4)
    expect(await found({ from: '0001-01-01', to: '2000-01-01' })).toEqual([])
    expect(await found({ from: to })).toEqual([])
  })

  it("lists nothing of another parent's", async () => {
    await create(randomUUID())
    session = { ...session, customer: { customerId: randomUUID(), customerName: 'Concord' } }
    expect((await listRequests(session, { page: 0, size: 10 })).content).toEqual([])
  })
})
