import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { seal } from '@/lib/auth/seal'
import { toAck, toNak } from '@/lib/contract/envelope'
import { type ImportRowState, maxCellBytes, type SentValueRow } from '@/lib/contract/value-import'
import { closeDatabase, database } from '@/lib/db/database'
import { startPostgres } from '@/lib/db/postgres-for-tests'
import { platformAccess, submission, user, valueImport, valueImportRow } from '@/lib/db/schema'
import { env } from '@/lib/env'
import type { Platform } from '@/lib/platform/platform'
import { type Answer, json } from '@/lib/platform/scripted-peer'
import { newAdmin, platformForTests } from '@/lib/server/platform-for-tests'
import type { Actor } from '@/lib/server/session'
import { setExternalParamOnce } from '@/lib/server/set-external-param'
import { longestSendingMs, submissionKey } from '@/lib/server/submissions'
import { workOn } from '@/lib/server/value-import-worker'
import {
  addRows,
  createImport,
  describeImport,
  listRows,
  pauseImport,
  resumeImport,
  startImport,
} from '@/lib/server/value-imports'

const peer = platformForTests(500)

/** Each test has a parent, a user, a definition and a platform that holds values by sub-customer. */
let session: Actor
let platform: Platform
let definitionId: string
let held: Map<string, string>

beforeEach(async () => {
  ;({ session, platform } = newAdmin())
  definitionId = randomUUID()
  held = new Map()
  peer.otherwise = platformWithValues
})

const platformWithValues: Answer = ({ method, url = '' }, response) => {
  const answer = (content: unknown) => json(200, toAck([content].flat()))({} as never, response)
  const subCustomerId = url.split('/').at(-1) ?? ''
  if (url.includes('/global/call/')) return answer({ status: 'SUCCESS' })
  if (url.endsWith('/external-params-config')) {
    return answer({ id: definitionId, name: 'crm', entityType: 'customer' })
  }
  if (method !== 'GET') return answer({ requestId: randomUUID() })
  if (!url.includes('/external-params/'))
    return answer(url.includes('/child-customers') ? [] : { customerId: subCustomerId })
  const value = held.get(subCustomerId)
  return answer(value ? { id: subCustomerId, extParamConfigId: definitionId, name: 'crm', value } : [])
}

const writes = () => peer.calls.filter(({ method }) => method === 'POST' || method === 'PUT')
const writtenTo = () => writes().map(({ url }) => url.split('/').at(-1))

function rowsFor(number: number): SentValueRow[] {
  return Array.from({ length: number }, (_, index) => {
    const customerId = randomUUID()
    return { line: index + 1, customer: customerId, customerId, value: `value ${index}` }
  })
}

async function started(rows: SentValueRow[]): Promise<string> {
  const id = randomUUID()
  await createImport(session, platform, { id, definitionId, rowCount: rows.length })
  await addRows(session, id, { rows })
  await startImport(session, id)
  return id
}

const countsOf = async (id: string) => (await describeImport(session, id)).counts
const rowsOf = async (id: string) => (await listRows(session, id, { page: 0, size: 1000 })).content

/** What a process that was killed leaves behind: rows as they stood, and a worker that nobody has. */
async function killed(id: string, line: number, state: ImportRowState, changedAt = new Date()) {
  const db = await database()
  const row = and(eq(valueImportRow.importId, id), eq(valueImportRow.line, line))
  const [left] = await db.update(valueImportRow).set({ state, changedAt }).where(row).returning()
  if (!left) throw new Error(`there is no line ${line}`)
  return left
}
const anotherProcess = () => Object.assign(globalThis, { [Symbol.for('selfcare.value-import-worker')]: undefined })

describe.each(['PGlite', 'PostgreSQL'])('on %s', (backend) => {
  let stop: (() => void) | undefined
  beforeAll(async () => {
    if (backend === 'PostgreSQL') {
      const postgres = await startPostgres()
      stop = postgres.stop
      env().DATABASE_URL = postgres.url
    }
    await database()
  }, 300_000)
  afterAll(async () => {
    await closeDatabase()
    env().DATABASE_URL = undefined
    stop?.()
  })
  beforeEach(async () => {
    const db = await database()
    const { customerId, customerName } = session.customer
    await db.insert(user).values({ ...session.user, customerId })
    const sealedPassword = seal('platform-password', 'p')
    await db.insert(platformAccess).values({ customerId, customerName, username: customerId, sealedPassword })
  })

  it('sends every good row once and tells of every bad one why not', async () => {
    const rows = rowsFor(25)
    const [first] = rows
    if (!first?.customerId) throw new Error('there are rows')
    const bad: SentValueRow[] = [
      { line: 26, customer: 'Acme', value: 'x', fault: 'ambiguousName' },
      { line: 27, customer: 'x', customerId: 'x', value: 'x' },
      { line: 28, customer: first.customer, customerId: first.customerId.toUpperCase(), value: 'again' },
      { line: 29, customer: first.customer, customerId: randomUUID(), value: '  ' },
      { line: 30, customer: first.customer, customerId: randomUUID(), value: 'x'.repeat(maxCellBytes + 1) },
    ]
    const id = await started([...rows, ...bad])
    await workOn(id)
    expect(await describeImport(session, id)).toMatchObject({
      state: 'ended',
      counts: { waiting: 0, sending: 0, accepted: 0, done: 25, failed: 0, refused: 5, unknown: 0 },
    })
    expect(writtenTo().toSorted()).toEqual(rows.map(({ customerId }) => customerId).toSorted())
    const told = await rowsOf(id)
    expect(new Set(told.slice(0, 25).map(({ requestId }) => requestId)).size).toBe(25)
    expect(told.slice(25).map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['ambiguousName'],
      ['uuidFormat'],
      ['duplicate'],
      ['required'],
      ['tooManyBytes'],
    ])
  })

  it('changes a value that stands and sets one that does not', async () => {
    const rows = rowsFor(2)
    held.set(rows[0]?.customerId ?? '', 'old')
    await workOn(await started(rows))
    expect(
      writes()
        .map(({ method }) => method)
        .toSorted(),
    ).toEqual(['POST', 'PUT'])
  })

  it('tells what the platform refuses on its row, and how a request ended', async () => {
    const rows = rowsFor(2)
    const id = await started(rows)
    peer.otherwise = (request, response) => {
      const { url = '' } = request
      const refused = url.endsWith(rows[0]?.customerId ?? '-')
      if (refused) return json(404, toNak('CUSTOMER_1002'))(request, response)
      if (url.includes('/global/call/')) return json(200, toAck([{ status: 'FAILURE' }]))(request, response)
      platformWithValues(request, response)
    }
    await workOn(id)
    expect(await rowsOf(id)).toMatchObject([
      { state: 'refused', errorCode: 'CUSTOMER_1002', requestId: null },
      { state: 'failed', requestId: expect.any(String) },
    ])
  })

  it('a chunk that is sent again doubles nothing, and nothing is added to what has started', async () => {
    const rows = rowsFor(3)
    const id = await started(rows)
    await addRows(session, id, { rows: [...rows, ...rowsFor(9)] })
    expect(await rowsOf(id)).toHaveLength(3)
    await createImport(session, platform, { id, definitionId, rowCount: 3 })
    await startImport(session, id)
    await workOn(id)
    await startImport(session, id)
    await workOn(id)
    expect(writes()).toHaveLength(3)
  })

  it('does not start before every row has arrived', async () => {
    const id = randomUUID()
    await createImport(session, platform, { id, definitionId, rowCount: 2 })
    await addRows(session, id, { rows: rowsFor(1) })
    await expect(startImport(session, id)).rejects.toMatchObject({
      code: 'CUSTOMER_1025',
      problems: [{ path: ['rowCount'], code: 'rowsMissing', params: { actual: 1 } }],
    })
  })

  it('stands still when it is asked to, and goes on where it was', async () => {
    const rows = rowsFor(40)
    const id = await started(rows)
    const answers = vi.fn(platformWithValues)
    peer.otherwise = (request, response) => {
      answers(request, response)
      if (answers.mock.calls.length === 8) void pauseImport(session, id)
    }
    await workOn(id)
    const paused = await describeImport(session, id)
    expect(paused).toMatchObject({ state: 'paused', pausedBecause: 'asked', counts: { sending: 0, accepted: 0 } })
    expect(paused.counts.waiting).toBeGreaterThan(0)
    const sent = writes().length
    await workOn(id)
    expect(writes()).toHaveLength(sent)
    await resumeImport(session, id)
    await workOn(id)
    expect(await countsOf(id)).toMatchObject({ done: 40 })
    expect(new Set(writtenTo()).size).toBe(40)
    expect(writes()).toHaveLength(40)
  })

  it('holds back and tries again where nothing was written', async () => {
    const id = await started(rowsFor(5))
    peer.answers = [json(503, toNak('GLOBAL_1001')), json(429, toNak('GLOBAL_1004'))]
    let refusedWrites = 0
    peer.otherwise = (request, response) => {
      if (request.method !== 'POST' || refusedWrites === 2) return platformWithValues(request, response)
      refusedWrites++
      json(503, toNak('GLOBAL_1001'))(request, response)
    }
    await workOn(id)
    expect(await countsOf(id)).toMatchObject({ done: 5 })
    expect(writes()).toHaveLength(5 + refusedWrites)
  })

  it.each([
    ['before it was taken up', 'renamed', undefined],
    ['while it runs', 'crm', 'standing'],
  ])('waits for a change of the same value by the name that the parameter was given %s', async (_, defined, value) => {
    const rows = rowsFor(1)
    const entityId = rows[0]?.customerId ?? ''
    const id = await started(rows)
    const other = { id: definitionId, name: 'renamed' }
    const key = submissionKey(session, randomUUID())
    const theirs = { definition: other, entity: 'customer', entityId, value: 'theirs', entityName: 'Volvo' } as const
    const [made] = await setExternalParamOnce(session, platform, key, theirs)
    let looks = 0
    let writesAtItsEnd = 0
    peer.otherwise = (request, response) => {
      const { url = '', method } = request
      const answer = (content: unknown) => json(200, toAck([content].flat()))(request, response)
      if (url.endsWith('/external-params-config')) {
        return answer({ id: definitionId, name: defined, entityType: 'customer' })
      }
      if (url.includes(`/global/call/${made?.requestId}`) && writesAtItsEnd === 0) {
        if (++looks < 3) return answer({ status: 'OPEN' })
        writesAtItsEnd = writes().length
      }
      if (method === 'GET' && value && url.endsWith(`/external-params/customer/${entityId}`)) {
        return answer({ id: entityId, extParamConfigId: definitionId, name: 'renamed', value })
      }
      platformWithValues(request, response)
    }
    await workOn(id)
    expect(await countsOf(id)).toMatchObject({ done: 1 })
    expect([writesAtItsEnd, writes().length]).toEqual([1, 2])
  })

  it('finds by reading what became of a row whose answer was lost, and does not send it again', async () => {
    const rows = rowsFor(3)
    const id = await started(rows)
    let lost = 0
    peer.otherwise = (request, response) => {
      if (request.method !== 'POST' || lost === 1) return platformWithValues(request, response)
      lost++
      const at = rows.find(({ customerId = '' }) => request.url?.endsWith(customerId))
      held.set(at?.customerId ?? '', at?.value ?? '')
      request.socket.destroy()
    }
    await workOn(id)
    expect(await countsOf(id)).toMatchObject({ done: 3 })
    expect((await rowsOf(id)).filter(({ requestId }) => requestId === null)).toHaveLength(1)
    expect(writes()).toHaveLength(3)
  })

  it('goes on after a kill: what was claimed is sent, what was accepted is followed, what was under way is read', async () => {
    const rows = rowsFor(4)
    const id = await started(rows)
    const db = await database()
    await killed(id, 1, 'sending')
    const acked = await killed(id, 2, 'sending')
    const cutOff = await killed(id, 3, 'sending')
    const lost = await killed(id, 4, 'unknown', new Date(Date.now() - 3_600_000))
    const wanted = ({ subCustomerId: entityId, value }: typeof cutOff) => ({
      entity: 'customer',
      entityId,
      definitionId,
      value,
    })
    const standing = (row: typeof cutOff) => ({
      key: row.key,
      customerId: session.customer.customerId,
      kind: 'modifyExternalParam',
      targetId: row.subCustomerId,
      bodyHash: 'x',
      sealedBody: seal('submission-body', JSON.stringify([wanted(row)])),
    })
    await db.insert(submission).values([
      { ...standing(acked), state: 'acked', requestId: randomUUID() },
      { ...standing(cutOff), state: 'sending', sentAt: new Date(Date.now() - longestSendingMs()) },
      { ...standing(lost), state: 'unknown' },
    ])
    held.set(cutOff.subCustomerId ?? '', cutOff.value)
    anotherProcess()
    await workOn(id)
    expect((await rowsOf(id)).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'unknown'])
    expect(writtenTo()).toEqual([rows[0]?.customerId])
  })

  it('is the work of one process, and another that takes it over sends nothing twice', async () => {
    const rows = rowsFor(30)
    const id = await started(rows)
    const first = workOn(id)
    anotherProcess()
    await workOn(id)
    // The lease of a process that hangs runs out under it.
    const db = await database()
    await db
      .update(valueImport)
      .set({ leaseUntil: new Date(0) })
      .where(eq(valueImport.id, id))
    anotherProcess()
    await Promise.all([first, workOn(id)])
    await workOn(id)
    expect(await countsOf(id)).toMatchObject({ done: 30 })
    expect(writtenTo().toSorted()).toEqual(rows.map(({ customerId }) => customerId).toSorted())
  })

  it('stands still when its user may not do this any more, until somebody who may takes it up', async () => {
    const id = await started(rowsFor(3))
    const db = await database()
    await db.update(user).set({ disabledAt: new Date() }).where(eq(user.id, session.user.id))
    await workOn(id)
    expect(await describeImport(session, id)).toMatchObject({ state: 'paused', pausedBecause: 'notAllowed' })
    expect(writes()).toEqual([])
    const other = { ...session.user, id: randomUUID(), email: `${randomUUID()}@liberty.example` }
    await db.insert(user).values({ ...other, customerId: session.customer.customerId })
    session = { ...session, user: other }
    await resumeImport(session, id)
    await workOn(id)
    expect(await countsOf(id)).toMatchObject({ done: 3 })
  })

  it("is nobody else's to see, to add to or to start", async () => {
    const id = await started(rowsFor(1))
    session = { ...session, customer: { customerId: randomUUID(), customerName: 'Concord' } }
    for (const call of [describeImport, startImport, pauseImport, resumeImport]) {
      await expect(call(session, id)).rejects.toMatchObject({ code: 'GLOBAL_1003' })
    }
    await expect(addRows(session, id, { rows: rowsFor(1) })).rejects.toMatchObject({ code: 'GLOBAL_1003' })
    await expect(createImport(session, platform, { id, definitionId, rowCount: 1 })).rejects.toMatchObject({
      code: 'GLOBAL_1003',
    })
  })
})
