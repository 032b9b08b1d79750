import { fullBody, minimalBody } from '@/e2e/fixtures/customer-body'
import { expect, test } from '@/e2e/fixtures/test'

type Recorded = {
  requestId: string
  status: string
  changes: { path: (string | number)[]; before: unknown; after: unknown }[]
  [name: string]: unknown
}

test('an accepted create is recorded with who, what and which elements, and followed to its end', async ({
  api,
  sandbox,
}) => {
  const { customerId } = await api.me()
  const body = fullBody()
  const [made] = (await api.post(`/api/v2/customer/${customerId}`, body)).content
  const path = `/api/v2/request/${made?.requestId}`
  const [recorded] = (await api.get<Recorded>(path)).content
  expect(recorded).toMatchObject({
    requestId: made?.requestId,
    kind: 'createCustomer',
    subjectId: made?.id,
    subjectName: body.name,
    userName: 'Grace Whitfield',
  })
  const changes = new Map(recorded?.changes.map((change) => [change.path.join('.'), change]))
  expect(changes.get('address.1.zipCode')).toMatchObject({ before: '', after: body.address[1]?.zipCode })
  expect(changes.get('contact.emailAddress')).toMatchObject({ before: '', after: body.contact.emailAddress })
  expect([...changes.keys()]).toEqual(expect.arrayContaining(['status', 'customFields', 'contact.identity']))
  // Whose documents they are is told, never their numbers.
  for (const { idNumber } of body.contact.identity) expect(JSON.stringify(recorded)).not.toContain(idNumber)
  await sandbox.end(String(made?.requestId))
  expect((await api.get(`/api/v2/global/call/${made?.requestId}`)).content).toEqual([{ status: 'SUCCESS' }])
  const [ended] = (await api.get<Recorded>(path)).content
  expect(ended).toMatchObject({ status: 'SUCCESS', endedAt: expect.any(String) })
  const newest = (await api.get<Recorded>('/api/v2/request?size=1')).content
  expect(newest.map(({ requestId }) => requestId)).toEqual([made?.requestId])
})

for (const status of ['FAILURE', 'INTERNAL_ERROR'] as const) {
  test(`a request that ends in ${status} is shown as such, and its sub-customer is not there`, async ({
    api,
    sandbox,
  }) => {
    const { customerId } = await api.me()
    await sandbox.fault({ method: 'POST', path: '/api/v2/customer/', fault: 'end', status })
    const [made] = (await api.post(`/api/v2/customer/${customerId}`, minimalBody())).content
    expect(await sandbox.end(String(made?.requestId))).toBe(status)
    expect((await api.get(`/api/v2/global/call/${made?.requestId}`)).content).toEqual([{ status }])
    expect((await api.get(`/api/v2/customer/${made?.id}`)).status).toBe(404)
  })
}

test('a status that the platform cannot tell is 502, and the record stays OPEN', async ({ api, sandbox }) => {
  const { customerId } = await api.me()
  const [made] = (await api.post(`/api/v2/customer/${customerId}`, minimalBody())).content
  await sandbox.fault({ method: 'GET', path: '/api/v2/global/call/', fault: 'garbage', count: 3 })
  expect((await api.get(`/api/v2/global/call/${made?.requestId}`)).status).toBe(502)
  expect((await api.get<Recorded>(`/api/v2/request/${made?.requestId}`)).content[0]?.status).toBe('OPEN')
})
