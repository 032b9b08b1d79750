import { randomUUID } from 'node:crypto'
import { minimalBody } from '@/e2e/fixtures/customer-body'
import { SubCustomer } from '@/e2e/fixtures/sub-customer'
import { expect, test } from '@/e2e/fixtures/test'

/** When the platform's answer to a write is lost, the console says that it does not know, and finds out by reading. */

type Submission = { state: string; requestId?: string; customerId?: string }

for (const fault of ['reset', 'hang', 'garbage', 'error500'] as const) {
  test(`an accepted create whose answer is lost (${fault}) is found by reading, never by sending again`, async ({
    api,
    sandbox,
  }) => {
    const { customerId } = await api.me()
    const key = randomUUID()
    const body = minimalBody()
    await sandbox.fault({ method: 'POST', path: '/api/v2/customer/', fault, afterAccept: true })
    const lost = await api.post(`/api/v2/customer/${customerId}`, body, { 'idempotency-key': key })
    expect(lost.status).toBe(fault === 'hang' ? 504 : 502)
    expect(lost.errorCode).toBe('GLOBAL_1001')
    expect(lost.body.outcome).toBe('unknown')

    await expect.poll(async () => (await sandbox.named(body.name)).length).toBe(1)
    const [made] = await sandbox.named(body.name)
    await expect
      .poll(async () => (await api.get<Submission>(`/api/v2/submission/${key}`)).content)
      .toEqual([{ state: 'found', customerId: made?.customerId }])

    const repeat = await api.post(`/api/v2/customer/${customerId}`, body, { 'idempotency-key': key })
    expect(repeat.status).not.toBe(200)
    expect(await sandbox.writes()).toHaveLength(1)
    expect(await sandbox.named(body.name)).toHaveLength(1)
  })
}

test('a create that was lost before it was accepted stays unknown, and is not sent again by itself', async ({
  api,
  sandbox,
}) => {
  const { customerId } = await api.me()
  const key = randomUUID()
  const body = minimalBody()
  await sandbox.fault({ method: 'POST', path: '/api/v2/customer/', fault: 'reset' })
  const lost = await api.post(`/api/v2/customer/${customerId}`, body, { 'idempotency-key': key })
  expect(lost.body.outcome).toBe('unknown')
  expect((await api.get(`/api/v2/submission/${key}`)).content).toEqual([{ state: 'unknown' }])
  const repeat = await api.post(`/api/v2/customer/${customerId}`, body, { 'idempotency-key': key })
  expect(repeat.body.outcome).toBe('unknown')
  expect(await sandbox.writes()).toHaveLength(1)
  expect(await sandbox.named(body.name)).toEqual([])
})

test('a namesake that was there before is not taken for what was sent', async ({ api, sandbox }) => {
  const { customerId } = await api.me()
  const key = randomUUID()
  const body = minimalBody({ vatRegistrationNumber: 'A' })
  await sandbox.create({ ...body, vatRegistrationNumber: 'B' })
  await sandbox.fault({ method: 'POST', path: '/api/v2/customer/', fault: 'reset', afterAccept: true })
  await api.post(`/api/v2/customer/${customerId}`, body, { 'idempotency-key': key })
  expect((await api.get(`/api/v2/submission/${key}`)).content).toEqual([{ state: 'unknown' }])
})

test('an ACK is told again by the submission; a key that was never used is none', async ({ api }) => {
  const { customerId } = await api.me()
  const key = randomUUID()
  expect((await api.get(`/api/v2/submission/${key}`)).content).toEqual([{ state: 'none' }])
  const [made] = (await api.post(`/api/v2/customer/${customerId}`, minimalBody(), { 'idempotency-key': key })).content
  expect((await api.get(`/api/v2/submission/${key}`)).content).toEqual([
    { state: 'acked', requestId: made?.requestId, customerId: made?.id },
  ])
})

for (const fault of ['reset', 'hang', 'garbage', 'error500'] as const) {
  test(`an accepted patch whose answer is lost (${fault}) is found once it is applied, never by sending again`, async ({
    api,
    sandbox,
  }) => {
    const own = await SubCustomer.create(sandbox, { vatRegistrationNumber: 'before' })
    const headers = { 'idempotency-key': randomUUID() }
    const patch = { vatRegistrationNumber: '', ...own.address(1, { city: 'Oslo' }) }
    await sandbox.fault({ method: 'PATCH', path: own.path, fault, afterAccept: true })
    const lost = await api.patch(own.path, patch, headers)
    expect([lost.status, lost.errorCode, lost.body.outcome]).toEqual([
      fault === 'hang' ? 504 : 502,
      'GLOBAL_1001',
      'unknown',
    ])
    const path = `/api/v2/submission/${headers['idempotency-key']}`
    await expect
      .poll(async () => (await api.get<Submission>(path)).content)
      .toEqual([{ state: 'found', customerId: own.id }])
    expect((await own.raw()).address[1]).toMatchObject({ city: 'Oslo' })
    // What was found stays found, whoever changes it afterwards.
    await own.changeElsewhere({ vatRegistrationNumber: 'theirs' })
    expect((await api.get<Submission>(path)).content).toEqual([{ state: 'found', customerId: own.id }])
    expect((await api.patch(own.path, patch, headers)).body.outcome).toBe('unknown')
    expect(await own.patches()).toEqual([patch, { vatRegistrationNumber: 'theirs' }])
  })
}

test('a patch that was lost before it was accepted stays unknown, and is not sent again by itself', async ({
  api,
  sandbox,
}) => {
  const own = await SubCustomer.create(sandbox)
  const before = await own.raw()
  const headers = { 'idempotency-key': randomUUID() }
  // A part of it stands as it wants it; that is not enough.
  const patch = { vatRegistrationNumber: 'mine', ...own.address(0, { city: 'Bonn' }) }
  await sandbox.fault({ method: 'PATCH', path: own.path, fault: 'reset' })
  expect((await api.patch(own.path, patch, headers)).body.outcome).toBe('unknown')
  expect((await api.patch(own.path, patch, headers)).body.outcome).toBe('unknown')
  const { content } = await api.get<Submission>(`/api/v2/submission/${headers['idempotency-key']}`)
  expect(content).toEqual([{ state: 'unknown', customerId: own.id }])
  expect(await own.patches()).toHaveLength(1)
  expect(await own.raw()).toEqual(before)
})

test.describe('the token of the platform', () => {
  test('is renewed once when the platform refuses it, and the create is made once', async ({ api, sandbox }) => {
    const { customerId } = await api.me()
    const body = minimalBody()
    await sandbox.fault({ method: 'POST', path: '/api/v2/customer/', fault: 'nak', code: 'AUTH_1001' })
    const answer = await api.post(`/api/v2/customer/${customerId}`, body)
    expect(answer.status).toBe(200)
    expect((await sandbox.writes()).map(({ status }) => status)).toEqual([401, 200])
    await sandbox.end(String(answer.content[0]?.requestId))
    expect(await sandbox.named(body.name)).toHaveLength(1)
  })

  test('that is refused when fresh is the console’s fault: 502, and nobody is told to sign in', async ({
    api,
    sandbox,
  }) => {
    await sandbox.fault({ method: 'GET', path: '/api/v2/global/country', fault: 'nak', code: 'AUTH_1001', count: 6 })
    const answer = await api.get('/api/v2/global/country')
    expect([answer.status, answer.errorCode]).toEqual([502, 'GLOBAL_1001'])
  })
})
