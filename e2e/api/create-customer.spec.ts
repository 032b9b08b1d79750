import { randomUUID } from 'node:crypto'
import { awkwardNames, fullBody, minimalBody, uniqueName } from '@/e2e/fixtures/customer-body'
import { expect, test } from '@/e2e/fixtures/test'

type Created = { requestId: string; id: string; customerid: string }

test('every element arrives at the platform as it was sent, and is read back so', async ({ api, sandbox }) => {
  const { customerId } = await api.me()
  const body = fullBody({ invoiceConfiguration: { ...fullBody().invoiceConfiguration, deviceCost: 12.5 } })
  const [created] = (await api.post<Created>(`/api/v2/customer/${customerId}`, body)).content
  const writes = await sandbox.writes()
  expect(writes.map(({ method, path }) => `${method} ${path}`)).toEqual([`POST /api/v2/customer/${customerId}`])
  expect(writes[0]?.body).toEqual(body)
  expect(await sandbox.end(created?.requestId ?? '')).toBe('SUCCESS')
  const [details] = (await api.get(`/api/v2/customer/${created?.id}`)).content
  const { contact, address, ...rest } = body
  expect(details).toMatchObject({ ...rest, customerId: created?.id })
  expect(details?.contact).toMatchObject([contact])
  expect(details?.address).toMatchObject(address)
  // The console takes away what its contract does not know, and adds nothing.
  expect(await sandbox.rawDetails(created?.id ?? '')).toMatchObject(details ?? {})
})

test('what is not given is not sent, so the defaults are those of the platform', async ({ api, sandbox }) => {
  const { customerId } = await api.me()
  const body = minimalBody({
    contact: { identity: [{ idType: 'ID', idNumber: '1' }], mobilePhoneNumber: '1234567', type: '', role: null },
    address: [{ zipCode: '1', city: 'a', country: 'b', fullName: 'c', pobox: 'd', isPrimary: null }],
    type: '',
    mfaConfiguration: null,
  })
  const [created] = (await api.post<Created>(`/api/v2/customer/${customerId}`, body)).content
  const [write] = await sandbox.writes()
  expect(write?.body).toEqual({
    status: 'ACTIVE',
    name: body.name,
    currency: 'EUR',
    contact: { identity: [{ idType: 'ID', idNumber: '1' }], mobilePhoneNumber: '1234567' },
    address: [{ zipCode: '1', city: 'a', country: 'b', fullName: 'c', pobox: 'd' }],
  })
  await sandbox.end(created?.requestId ?? '')
  expect(await sandbox.details(created?.id ?? '')).toMatchObject({
    type: 'PRIVATE',
    mfaConfiguration: 'MANDATORY',
    allowOfferDelegation: false,
    isAllowedImeiLock: false,
    contact: [{ type: 'MEMBER', role: 'NONE', isPrimary: false }],
    address: [{ type: 'PRIVATE', isPrimary: false }],
  })
})

test('enumerations in any case are sent upper case, and nationalId as ID', async ({ api, sandbox }) => {
  const { customerId } = await api.me()
  const identity = [{ idType: 'nationalId', idNumber: '1' }]
  const contact = { contact: { identity, landlinePhoneNumber: '1234567', gender: 'female' } }
  const body = minimalBody({ status: 'suspend', type: 'business', currency: 'usd', contact })
  expect((await api.post(`/api/v2/customer/${customerId}`, body)).status).toBe(200)
  const [write] = await sandbox.writes()
  expect(write?.body).toMatchObject({
    status: 'SUSPEND',
    type: 'BUSINESS',
    currency: 'USD',
    contact: { identity: [{ idType: 'ID', idNumber: '1' }], gender: 'FEMALE' },
  })
})

for (const awkward of awkwardNames) {
  test(`a sub-customer may be called ${awkward.slice(0, 50)}`, async ({ api, sandbox }) => {
    const { customerId } = await api.me()
    const name = `${awkward} ${uniqueName('')}`
    const [created] = (await api.post<Created>(`/api/v2/customer/${customerId}`, minimalBody({ name }))).content
    expect(await sandbox.end(created?.requestId ?? '')).toBe('SUCCESS')
    expect((await api.get(`/api/v2/customer/${created?.id}`)).content[0]).toMatchObject({ name })
    expect(await sandbox.named(name)).toEqual([{ customerId: created?.id, customerName: name }])
  })
}

test('a name that a sub-customer has already ends in FAILURE', async ({ api, sandbox }) => {
  const { customerId } = await api.me()
  const body = minimalBody()
  const first = (await api.post<Created>(`/api/v2/customer/${customerId}`, body)).content[0]
  expect(await sandbox.end(first?.requestId ?? '')).toBe('SUCCESS')
  const second = (await api.post<Created>(`/api/v2/customer/${customerId}`, body)).content[0]
  expect(await sandbox.end(second?.requestId ?? '')).toBe('FAILURE')
  expect((await api.get(`/api/v2/global/call/${second?.requestId}`)).content).toEqual([{ status: 'FAILURE' }])
  expect((await api.get(`/api/v2/customer/${second?.id}`)).status).toBe(404)
})

test.describe('one submission never makes two sub-customers', () => {
  test('a repeat answers the first ACK, later and for ever', async ({ api, sandbox }) => {
    const { customerId } = await api.me()
    const body = minimalBody()
    const headers = { 'idempotency-key': randomUUID() }
    const first = await api.post(`/api/v2/customer/${customerId}`, body, headers)
    const second = await api.post(`/api/v2/customer/${customerId}`, body, headers)
    await sandbox.end(String(first.content[0]?.requestId))
    const third = await api.post(`/api/v2/customer/${customerId}`, body, {
      'idempotency-key': headers['idempotency-key'].toUpperCase(),
    })
    expect(first.status).toBe(200)
    expect(second.body).toEqual(first.body)
    expect(third.body).toEqual(first.body)
    expect(await sandbox.writes()).toHaveLength(1)
    expect(await sandbox.named(body.name)).toHaveLength(1)
  })

  test('ten repeats at once answer one ACK', async ({ api, sandbox }) => {
    const { customerId } = await api.me()
    const body = minimalBody()
    const headers = { 'idempotency-key': randomUUID() }
    await sandbox.fault({ method: 'POST', fault: 'delay', ms: 300 })
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => api.post<Created>(`/api/v2/customer/${customerId}`, body, headers)),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    await sandbox.end(answers[0]?.content[0]?.requestId ?? '')
    expect(await sandbox.writes()).toHaveLength(1)
    expect(await sandbox.named(body.name)).toHaveLength(1)
  })

  test('a key that was used for another body is refused', async ({ api, sandbox }) => {
    const { customerId } = await api.me()
    const headers = { 'idempotency-key': randomUUID() }
    await api.post(`/api/v2/customer/${customerId}`, minimalBody(), headers)
    const other = await api.post(`/api/v2/customer/${customerId}`, minimalBody(), headers)
    expect([other.status, other.errorCode]).toEqual([422, 'GLOBAL_1002'])
    expect(other.errors.map(({ code }) => code)).toEqual(['keyReused'])
    expect(await sandbox.writes()).toHaveLength(1)
  })

  test('a key of one user is no key of another', async ({ api, apiAs, sandbox }) => {
    const foreigner = await apiAs('foreigner')
    const headers = { 'idempotency-key': randomUUID() }
    const ours = await api.post(`/api/v2/customer/${(await api.me()).customerId}`, minimalBody(), headers)
    const theirs = await foreigner.post(`/api/v2/customer/${(await foreigner.me()).customerId}`, minimalBody(), headers)
    expect(theirs.status).toBe(200)
    expect(theirs.content[0]?.requestId).not.toBe(ours.content[0]?.requestId)
    expect(await sandbox.writes()).toHaveLength(2)
  })

  test('a refusal frees the key: the mended body may be sent with it', async ({ api, sandbox }) => {
    const { customerId } = await api.me()
    const headers = { 'idempotency-key': randomUUID() }
    await sandbox.fault({ method: 'POST', fault: 'nak', code: 'GLOBAL_1001' })
    expect((await api.post(`/api/v2/customer/${customerId}`, minimalBody(), headers)).status).toBe(502)
    expect((await api.post(`/api/v2/customer/${customerId}`, minimalBody(), headers)).status).toBe(200)
    expect((await sandbox.writes()).map(({ status }) => status)).toEqual([503, 200])
  })

  test('without a key every call is a submission of its own', async ({ api, sandbox }) => {
    const { customerId } = await api.me()
    const body = minimalBody()
    await api.post(`/api/v2/customer/${customerId}`, body)
    await api.post(`/api/v2/customer/${customerId}`, body)
    expect(await sandbox.writes()).toHaveLength(2)
  })
})
