import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CreateCustomer } from '@/lib/contract/create-customer'
import { type Database, openDatabase } from './db/open-database'
import { customer, request } from './db/schema'
import { insertDemoData } from './demo/insert-demo-data'
import { idFor } from './demo/random'
import { openRequestQueue } from './request-queue'
import { makeDataDir } from './testing/data-dir'
import { until } from './testing/sandbox-client'

let db: Database
let close: () => Promise<void>
let dataDir: string

beforeAll(async () => {
  dataDir = await makeDataDir()
  ;({ db, close } = await openDatabase(join(dataDir, 'sandbox')))
  await insertDemoData(db)
})
afterAll(async () => {
  await close()
  rmSync(dataDir, { recursive: true, force: true })
})

const liberty = idFor('Liberty Telecom')
const create = (body: CreateCustomer) => ({
  kind: 'createCustomer' as const,
  body,
  requesterId: liberty,
  subjectId: crypto.randomUUID(),
})
const ended = (id: string) =>
  until(async () => {
    const [asked] = await db.select().from(request).where(eq(request.id, id))
    return asked && asked.status !== 'OPEN' ? asked : undefined
  })
const isThere = async (id: string) => (await db.select().from(customer).where(eq(customer.id, id))).length === 1

it('a request that the database refuses ends INTERNAL_ERROR, leaves nothing behind and holds nobody up', async () => {
  const errors: unknown[] = []
  const queue = openRequestQueue(db, 0, (error) => errors.push(error))
  // No check lets such a body pass: a customer without a currency is a fault of ours.
  const bad = create({ status: 'ACTIVE' } as CreateCustomer)
  const good = create({ status: 'ACTIVE', currency: 'EUR' })
  const [badId, goodId] = [await queue.accept(bad), await queue.accept(good)]
  expect(await ended(badId)).toMatchObject({ status: 'INTERNAL_ERROR', endedAt: expect.any(Date) })
  expect(await ended(goodId)).toMatchObject({ status: 'SUCCESS', endedAt: expect.any(Date) })
  expect(await isThere(bad.subjectId)).toBe(false)
  expect(await isThere(good.subjectId)).toBe(true)
  expect(errors).toHaveLength(1)
  await queue.stop()
})

it('what has ended is not applied again, by the same queue or the next', async () => {
  const order = create({ status: 'ACTIVE', currency: 'EUR' })
  const first = openRequestQueue(db, 0, () => {})
  await ended(await first.accept(order))
  await first.stop()
  await db.delete(customer).where(eq(customer.id, order.subjectId))
  const next = openRequestQueue(db, 0, () => {})
  await ended(await next.accept(create({ status: 'ACTIVE', currency: 'EUR' })))
  expect(await isThere(order.subjectId)).toBe(false)
  await next.stop()
})

it('every request that is accepted is seen, at whatever moment of the queue it comes', async () => {
  const queue = openRequestQueue(db, 0, () => {})
  for (let round = 0; round < 60; round++) {
    // A few turns of microtasks more each time: now while the queue reads, now while it falls asleep.
    for (let turn = 0; turn < round % 30; turn++) await null
    const id = await queue.accept(create({ status: 'ACTIVE', currency: 'EUR' }))
    expect((await ended(id)).status).toBe('SUCCESS')
  }
  await queue.stop()
})

it('a request is applied no sooner than the delay after its ACK', async () => {
  const queue = openRequestQueue(db, 60, () => {})
  const before = Date.now()
  const { endedAt } = await ended(await queue.accept(create({ status: 'ACTIVE', currency: 'EUR' })))
  expect(Number(endedAt) - before).toBeGreaterThanOrEqual(60)
  await queue.stop()
})
