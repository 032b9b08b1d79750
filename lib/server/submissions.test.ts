import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { toAck, toNak } from '@/lib/contract/envelope'
import { closeDatabase, database } from '@/lib/db/database'
import { startPostgres } from '@/lib/db/postgres-for-tests'
import { request, submission } from '@/lib/db/schema'
import { env } from '@/lib/env'
import { platformFor } from '@/lib/platform/platform'
import { json, ScriptedPeer } from '@/lib/platform/scripted-peer'
import { createOnce } from '@/lib/server/create-sub-customer'
import { describeSubmission } from '@/lib/server/find-submission'
import { followRequest, listRequests } from '@/lib/server/recorded-requests'
import type { Actor } from '@/lib/server/session'
import { longestSendingMs, submissionKey } from '@/lib/server/submissions'

const peer = new ScriptedPeer()
const directory = mkdtempSync(join(tmpdir(), 'selfcare-submissions-'))

beforeAll(async () => {
  process.env.PLATFORM_URL = await peer.start()
  process.env.PLATFORM_TIMEOUT_MS = '300'
  process.env.AUTH_SECRET = 'a secret that is long enough for the test'
  process.env.DATA_DIR = directory
  process.env.LOG_LEVEL = 'silent'
})

afterAll(() => {
  peer.stop()
  rmSync(directory, { recursive: true, force: true })
})

/** Each test has a parent, a user and a Public API user of its own. */
let session: Actor
let platform: ReturnType<typeof platformFor>
beforeEach(() => {
  peer.reset()
  const id = randomUUID()
  const user = { id, name: 'Grace', email: 'grace@liberty.example', role: 'ROLE_SUPER_ADMIN' as const }
  session = { user, customer: { customerId: id, customerName: 'Liberty' } }
  platform = platformFor({ username: id, password: 'p' })
})

const body = { status: 'ACTIVE' as const, currency: 'EUR', name: 'Acme' }
const lost: Parameters<typeof peer.answers.push>[0] = (received) => received.socket.destroy()
const create = (key: string, sent = body) => createOnce(session, platform, submissionKey(session, key), sent)
const writes = () => peer.calls.filter(({ method }) => method === 'POST').length

describe.each(['PGlite', 'PostgreSQL'])('on %s', (backend) => {
  let stop: (() => void) | undefined
  beforeAll(async () => {
    if (backend === 'PGlite') return
    const postgres = await startPostgres()
    stop = postgres.stop
    env().DATABASE_URL = postgres.url
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

  it("lists nothing of another parent's", async () => {
    await create(randomUUID())
    session = { ...session, customer: { customerId: randomUUID(), customerName: 'Concord' } }
    expect((await listRequests(session, { page: 0, size: 10 })).content).toEqual([])
  })
})
