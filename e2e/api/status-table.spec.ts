import { randomUUID } from 'node:crypto'
import { ApiClient } from '@/e2e/fixtures/api-client'
import { minimalBody } from '@/e2e/fixtures/customer-body'
import { apiUsers, demoUsers } from '@/e2e/fixtures/demo-users'
import { SandboxClient } from '@/e2e/fixtures/sandbox-client'
import { SubCustomer } from '@/e2e/fixtures/sub-customer'
import { expect, test } from '@/e2e/fixtures/test'
import { codes } from '@/lib/contract/code'

/** Each row of the table of statuses, provoked once; bad input has a file of its own. */

/** A refusal is an envelope like any other answer: code, its message, and "" where an ACK has content. */
function expectRefusal(
  answer: { status: number; body: Record<string, unknown> },
  status: number,
  code: keyof typeof codes,
) {
  expect(answer.status).toBe(status)
  expect(answer.body).toMatchObject({
    errorCode: code,
    errorMessage: codes[code].message,
    content: '',
    pageable: '',
  })
}

test('an ACK is 200 with requestId, id and customerid', async ({ api, sandbox }) => {
  const { customerId } = await api.me()
  const answer = await api.post(`/api/v2/customer/${customerId}`, minimalBody())
  expect(answer.status).toBe(200)
  expect(answer.body).toMatchObject({
    errorCode: '',
    errorMessage: '',
    pageable: { page: 0, size: 10, totalPages: 1, totalElements: 1 },
  })
  const [created] = answer.content
  expect(created).toEqual({
    requestId: expect.any(String),
    id: expect.any(String),
    customerid: expect.any(String),
  })
  expect(created?.id).toBe(created?.customerid)
  expect(await sandbox.end(created?.requestId as string)).toBe('SUCCESS')
})

test('no session is 401 AUTH_1001', async ({ instance }) => {
  const stranger = new ApiClient(instance.origin)
  expectRefusal(await stranger.get('/api/v2/me'), 401, 'AUTH_1001')
  const forged = new ApiClient(instance.origin, `selfcare.session_token=${randomUUID()}.${randomUUID()}`)
  expectRefusal(await forged.get('/api/v2/me'), 401, 'AUTH_1001')
})

test('a session that was signed out is none', async ({ instance }) => {
  const api = await ApiClient.signIn(instance.origin, demoUsers.admin)
  expect((await api.get('/api/v2/me')).status).toBe(200)
  expect((await api.post('/api/auth/sign-out', {})).status).toBe(200)
  expectRefusal(await api.get('/api/v2/me'), 401, 'AUTH_1001')
})

test('a role that forbids is 403 AUTH_1003, and nothing is written', async ({ apiAs, sandbox }) => {
  const viewer = await apiAs('viewer')
  const { customerId } = await viewer.me()
  expectRefusal(await viewer.post(`/api/v2/customer/${customerId}`, minimalBody()), 403, 'AUTH_1003')
  expect(await sandbox.writes()).toEqual([])
})

test('a customer of level four that creates is 403 AUTH_1003', async ({ apiAs }) => {
  const levelFour = await apiAs('levelFour')
  const { customerId } = await levelFour.me()
  expectRefusal(await levelFour.post(`/api/v2/customer/${customerId}`, minimalBody()), 403, 'AUTH_1003')
})

test('a write with a foreign Origin is 403 AUTH_1003, and nothing is written', async ({ api, sandbox, instance }) => {
  const { customerId } = await api.me()
  const path = `/api/v2/customer/${customerId}`
  for (const origin of ['https://evil.example', 'null', `${instance.origin}.evil.example`, 'http://127.0.0.1:1']) {
    expectRefusal(await api.post(path, minimalBody(), { origin }), 403, 'AUTH_1003')
  }
  for (const site of ['cross-site', 'same-site']) {
    expectRefusal(await api.post(path, minimalBody(), { 'sec-fetch-site': site }), 403, 'AUTH_1003')
  }
  expect(await sandbox.writes()).toEqual([])
})

test('a customer that is not there, or is not a sub-customer of this parent, is 404 CUSTOMER_1002', async ({
  api,
  apiAs,
}) => {
  const foreigner = (await (await apiAs('foreigner')).me()).customerId
  const malformed = ['x', '%252E%252E', 'a%2Fb', '..%2Fauth%2Ftoken', '%00', encodeURIComponent("' or 1=1--")]
  for (const id of [randomUUID(), foreigner, ...malformed]) {
    expectRefusal(await api.get(`/api/v2/customer/${id}`), 404, 'CUSTOMER_1002')
  }
  expectRefusal(await api.get(`/api/v2/customer/${foreigner}/child-customers`), 404, 'CUSTOMER_1002')
  expectRefusal(await api.post(`/api/v2/customer/${foreigner}`, minimalBody()), 404, 'CUSTOMER_1002')
})

test('a customer may not be created for a sub-customer: 404 CUSTOMER_1002', async ({ api, sandbox }) => {
  const [child] = await sandbox.children()
  expectRefusal(await api.post(`/api/v2/customer/${child?.customerId}`, minimalBody()), 404, 'CUSTOMER_1002')
  expect(await sandbox.writes()).toEqual([])
})

test('a sub-customer of a sub-customer cannot be read: 404 CUSTOMER_1002', async ({ api, sandbox }) => {
  const wholesale = new SandboxClient(sandbox.origin, apiUsers.wholesale)
  const [grandchild] = await wholesale.children()
  expect(grandchild).toBeDefined()
  expectRefusal(await api.get(`/api/v2/customer/${grandchild?.customerId}`), 404, 'CUSTOMER_1002')
  expect((await api.get(`/api/v2/customer/${await wholesale.customerId()}`)).status).toBe(200)
})

test('bad input is 422 GLOBAL_1002 with the elements to blame', async ({ api }) => {
  const { customerId } = await api.me()
  const answer = await api.post(`/api/v2/customer/${customerId}`, minimalBody({ currency: 'XXX', type: 'NONE' }))
  expectRefusal(answer, 422, 'GLOBAL_1002')
  expect(answer.errors.map(({ path, code }) => [path, code])).toEqual([
    [['type'], 'notOneOf'],
    [['currency'], 'currencyUnknown'],
  ])
  for (const { message } of answer.errors) expect(message).not.toBe('')
})

test('bad input that only the platform found is 422 with the elements that it blames', async ({ api, sandbox }) => {
  const { customerId } = await api.me()
  const blamed = { path: ['contact', 'identity', 0, 'idNumber'], code: 'duplicate', message: 'is given twice' }
  await sandbox.fault({ method: 'POST', fault: 'nak', code: 'GLOBAL_1002', errors: [blamed] })
  const answer = await api.post(`/api/v2/customer/${customerId}`, minimalBody())
  expectRefusal(answer, 422, 'GLOBAL_1002')
  expect(answer.errors).toEqual([blamed])
})

test('a code that only the platform knows is passed on as 422', async ({ api, sandbox }) => {
  const { customerId } = await api.me()
  await sandbox.fault({ method: 'POST', fault: 'nak', code: 'CUSTOMER_4711' })
  const answer = await api.post(`/api/v2/customer/${customerId}`, minimalBody())
  expect(answer.status).toBe(422)
  expect(answer.errorCode).toBe('CUSTOMER_4711')
})

test('a bad query is 422 GLOBAL_1002', async ({ api }) => {
  const { customerId } = await api.me()
  const list = `/api/v2/customer/${customerId}/child-customers`
  for (const [search, name] of [
    ['page=-1', 'page'],
    ['size=101', 'size'],
    ['size=x', 'size'],
    ['sort=name;drop', 'sort'],
    ['other=1', 'other'],
    ['query=%00', 'query'],
  ]) {
    const answer = await api.get(`${list}?${search}`)
    expectRefusal(answer, 422, 'GLOBAL_1002')
    expect(answer.errors.map(({ path }) => path)).toEqual([[name]])
  }
})

test('a body over 256 KiB is 413, whatever its announced length; one of 256 KiB is read', async ({ api, sandbox }) => {
  const { customerId } = await api.me()
  const path = `/api/v2/customer/${customerId}`
  const ofBytes = (bytes: number) => {
    const body = JSON.stringify(minimalBody({ status: 'x', logo: '' }))
    return body.replace('"logo":""', `"logo":"${'x'.repeat(bytes - body.length)}"`)
  }
  const kib = 1024
  expectRefusal(await api.send('POST', path, { raw: ofBytes(256 * kib + 1) }), 413, 'GLOBAL_1002')
  expectRefusal(await api.send('POST', path, { raw: ofBytes(300 * kib) }), 413, 'GLOBAL_1002')
  expectRefusal(await api.send('POST', path, { raw: ofBytes(256 * kib) }), 422, 'GLOBAL_1002')
  expect(await sandbox.writes()).toEqual([])
})

test('a body whose length is not announced is 413 too, and its connection is good for the next call', async ({
  api,
}) => {
  const { customerId } = await api.me()
  for (let round = 0; round < 10; round++) {
    const endless = await fetch(`${api.origin}/api/v2/customer/${customerId}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: api.origin, cookie: api.cookie ?? '' },
      body: new ReadableStream({
        start(controller) {
          for (let chunk = 0; chunk < 30; chunk++) controller.enqueue(new Uint8Array(10 * 1024).fill(32))
          controller.close()
        },
      }),
      duplex: 'half',
    } as RequestInit)
    expect(endless.status).toBe(413)
    await endless.text()
    expect((await api.get('/api/health/live')).status).toBe(200)
  }
})

test('a patch is 200 with its requestId, and as any call 401, 403, 413, 415 and 422', async ({
  api,
  apiAs,
  instance,
  sandbox,
}) => {
  const { path } = await SubCustomer.create(sandbox)
  const patch = { vatRegistrationNumber: 'x' }
  const raw = JSON.stringify(patch)
  expectRefusal(await new ApiClient(instance.origin).patch(path, patch), 401, 'AUTH_1001')
  expectRefusal(await (await apiAs('viewer')).patch(path, patch), 403, 'AUTH_1003')
  expectRefusal(await api.patch(path, patch, { origin: 'https://evil.example' }), 403, 'AUTH_1003')
  expectRefusal(await api.send('PATCH', path, { raw: raw.padEnd(256 * 1024 + 1) }), 413, 'GLOBAL_1002')
  expectRefusal(await api.patch(path, patch, { 'content-type': 'application/merge-patch+json' }), 415, 'GLOBAL_1002')
  expectRefusal(await api.send('PATCH', path, { raw: raw.slice(1) }), 422, 'CUSTOMER_1003')
  expectRefusal(await api.patch(path, { currency: 'EUR' }), 422, 'CUSTOMER_1003')
  expect((await sandbox.writes()).filter(({ method }) => method === 'PATCH')).toEqual([])
  const answer = await api.send('PATCH', path, { raw: raw.padEnd(256 * 1024) })
  expect([answer.status, answer.content]).toEqual([200, [{ requestId: expect.any(String) }]])
})

test('a body that is not sent as JSON is 415 GLOBAL_1002', async ({ api, sandbox }) => {
  const { customerId } = await api.me()
  const raw = JSON.stringify(minimalBody())
  for (const type of [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    '',
  ]) {
    const answer = await api.send('POST', `/api/v2/customer/${customerId}`, { raw, headers: { 'content-type': type } })
    expectRefusal(answer, 415, 'GLOBAL_1002')
  }
  expect(await sandbox.writes()).toEqual([])
})

test('JSON with a charset, in any case, is JSON', async ({ api }) => {
  const { customerId } = await api.me()
  const raw = JSON.stringify(minimalBody())
  const headers = { 'content-type': 'Application/JSON; charset=utf-8' }
  expect((await api.send('POST', `/api/v2/customer/${customerId}`, { raw, headers })).status).toBe(200)
})

test('an unknown or foreign requestId is 404 GLOBAL_1003', async ({ api, apiAs }) => {
  const foreigner = await apiAs('foreigner')
  const { customerId } = await foreigner.me()
  const [made] = (await foreigner.post(`/api/v2/customer/${customerId}`, minimalBody())).content
  for (const id of [randomUUID(), 'x', made?.requestId]) {
    expectRefusal(await api.get(`/api/v2/global/call/${id}`), 404, 'GLOBAL_1003')
    expectRefusal(await api.get(`/api/v2/request/${id}`), 404, 'GLOBAL_1003')
  }
})

test('a method that is not offered is 405', async ({ api }) => {
  const { customerId } = await api.me()
  for (const [method, path] of [
    ['PUT', `/api/v2/customer/${customerId}`],
    ['DELETE', `/api/v2/customer/${customerId}`],
    ['PATCH', '/api/v2/request'],
    ['DELETE', `/api/v2/request/${randomUUID()}`],
    ['POST', '/api/v2/me'],
    ['DELETE', `/api/v2/customer/${customerId}/child-customers`],
    ['POST', '/api/v2/global/country'],
    ['PUT', '/api/health/live'],
  ] as const) {
    expect((await api.send(method, path)).status, `${method} ${path}`).toBe(405)
  }
})

test('a path that is not offered is 404 for those who are signed in, 401 for others', async ({ api, instance }) => {
  expect((await api.get('/api/v2/nothing')).status).toBe(404)
  expectRefusal(await new ApiClient(instance.origin).get('/api/v2/nothing'), 401, 'AUTH_1001')
})

test('too many calls of a session are 429 GLOBAL_1004 with Retry-After, but never the first 600 of a minute', async ({
  instance,
  api,
}) => {
  const eager = await ApiClient.signIn(instance.origin, demoUsers.viewer)
  const statuses: number[] = []
  let refused: Awaited<ReturnType<typeof eager.get>> | undefined
  while (!refused && statuses.length < 2_000) {
    const answers = await Promise.all(Array.from({ length: 20 }, () => eager.get('/api/v2/request')))
    refused = answers.find(({ status }) => status === 429)
    statuses.push(...answers.map(({ status }) => status))
  }
  expect(new Set(statuses.slice(0, 600))).toEqual(new Set([200]))
  if (!refused) throw new Error('2,000 calls of one session were let through')
  expectRefusal(refused, 429, 'GLOBAL_1004')
  const retryAfter = Number(refused.headers.get('retry-after'))
  expect(retryAfter).toBeGreaterThan(0)
  expect(retryAfter).toBeLessThanOrEqual(60)
  // Others are not made to wait for it.
  expect((await api.get('/api/v2/request')).status).toBe(200)
})

for (const fault of ['garbage', 'error500', 'reset'] as const) {
  test(`a platform that answers ${fault} is 502 GLOBAL_1001`, async ({ api, sandbox }) => {
    const { customerId } = await api.me()
    await sandbox.fault({ method: 'GET', path: '/api/v2/global/country', fault, count: 3 })
    expectRefusal(await api.get('/api/v2/global/country'), 502, 'GLOBAL_1001')
    expect(await sandbox.struck(), 'a read is tried three times').toBe(3)
    await sandbox.reset()
    await sandbox.fault({ method: 'POST', fault, count: 9 })
    expectRefusal(await api.post(`/api/v2/customer/${customerId}`, minimalBody()), 502, 'GLOBAL_1001')
    expect(await sandbox.struck(), 'a write is tried once').toBe(1)
  })

  test(`a read survives a platform that answers ${fault} twice`, async ({ api, sandbox }) => {
    await sandbox.fault({ method: 'GET', path: '/api/v2/global/country', fault, count: 2 })
    expect((await api.get('/api/v2/global/country')).status).toBe(200)
  })
}

test('a platform that is not available is 502 GLOBAL_1001 and leaves no doubt about a write', async ({
  api,
  sandbox,
}) => {
  const { customerId } = await api.me()
  await sandbox.fault({ method: 'POST', fault: 'nak', code: 'GLOBAL_1001' })
  const answer = await api.post(`/api/v2/customer/${customerId}`, minimalBody())
  expectRefusal(answer, 502, 'GLOBAL_1001')
  expect(answer.body).not.toHaveProperty('outcome')
})

test('a platform that does not answer in time is 504 GLOBAL_1001', async ({ api, sandbox }) => {
  const { customerId } = await api.me()
  await sandbox.fault({ fault: 'hang', count: 2 })
  const [read, write] = await Promise.all([
    api.get('/api/v2/global/country'),
    api.post(`/api/v2/customer/${customerId}`, minimalBody()),
  ])
  expectRefusal(read, 504, 'GLOBAL_1001')
  expectRefusal(write, 504, 'GLOBAL_1001')
})
