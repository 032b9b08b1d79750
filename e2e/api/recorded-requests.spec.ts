import { fullBody, minimalBody, uniqueName } from '@/e2e/fixtures/customer-body'
import { SubCustomer } from '@/e2e/fixtures/sub-customer'
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

test('an accepted patch is recorded with old and new values, identity numbers masked, and followed to its end', async ({
  api,
  sandbox,
}) => {
  const own = await SubCustomer.create(sandbox, { vatRegistrationNumber: 'before' })
  const numbers = ['AB 123456', 'CD 987654']
  await own.changeElsewhere(own.contact({ identity: [{ idType: 'PASSPORT', idNumber: numbers[0] }] }))
  const [accepted] = (
    await api.patch(own.path, {
      name: own.name,
      vatRegistrationNumber: '',
      campaign: [7],
      ...own.contact({ identity: [{ idType: 'ID', idNumber: numbers[1] }] }),
      ...own.address(1, { city: 'Oslo' }),
    })
  ).content
  const path = `/api/v2/request/${accepted?.requestId}`
  const changes = [
    { path: ['address', 1, 'city'], entryId: own.addressIds[1], before: 'Bonn', after: 'Oslo' },
    { path: ['campaign'], before: [], after: [7] },
    {
      path: ['contact', 'identity'],
      entryId: own.contactId,
      before: [{ idType: 'PASSPORT', idNumber: '••••••456' }],
      after: [{ idType: 'ID', idNumber: '••••••654' }],
    },
    { path: ['vatRegistrationNumber'], before: 'before', after: '' },
  ]
  expect((await api.get<Recorded>(path)).content).toEqual([
    {
      requestId: accepted?.requestId,
      kind: 'modifyCustomer',
      subjectId: own.id,
      subjectName: own.name,
      userName: 'Grace Whitfield',
      status: 'OPEN',
      createdAt: expect.any(String),
      endedAt: null,
      changes,
      changeCount: changes.length,
    },
  ])
  await sandbox.end(accepted?.requestId ?? '')
  expect((await api.get(`/api/v2/global/call/${accepted?.requestId}`)).content).toEqual([{ status: 'SUCCESS' }])
  const listed = await api.get<Recorded>(`/api/v2/request?customerId=${own.id}`)
  expect(listed.content).toMatchObject([{ status: 'SUCCESS', endedAt: expect.any(String), changes }])
  for (const number of numbers) expect(listed.text).not.toContain(number)
})

test('a patch that fails at its end, such as for the name of a sibling, is recorded as failed', async ({
  api,
  sandbox,
}) => {
  const [own, sibling] = await Promise.all([SubCustomer.create(sandbox), SubCustomer.create(sandbox)])
  const [accepted] = (await api.patch(own.path, { name: sibling.name })).content
  expect(await sandbox.end(accepted?.requestId ?? '')).toBe('FAILURE')
  expect((await api.get(`/api/v2/global/call/${accepted?.requestId}`)).content).toEqual([{ status: 'FAILURE' }])
  expect((await api.get<Recorded>(`/api/v2/request/${accepted?.requestId}`)).content).toMatchObject([
    { status: 'FAILURE', changes: [{ path: ['name'], before: own.name, after: sibling.name }] },
  ])
  expect((await own.raw()).name).toBe(own.name)
  // What has failed is not under way.
  expect((await api.patch(own.path, { name: uniqueName() })).status).toBe(200)
})

test('a list tells the first ten changes of a request and how many there are; the request tells all', async ({
  api,
  sandbox,
}) => {
  const own = await SubCustomer.create(sandbox)
  const customFields = [{ keyName: 'a' }]
  const invoiceConfiguration = { vat: 1, deviceCost: 1, invoiceText: 'x', chargeByActive: 'SIM' }
  const contact = { firstName: 'a', middleName: 'b', lastName: 'c', gender: 'FEMALE', remarks: 'd' }
  const patch = {
    vatRegistrationNumber: 'x',
    campaign: [1],
    customFields,
    invoiceConfiguration,
    ...own.contact(contact),
  }
  const [accepted] = (await api.patch(own.path, patch)).content
  const [listed] = (await api.get<Recorded>(`/api/v2/request?customerId=${own.id}`)).content
  const [told] = (await api.get<Recorded>(`/api/v2/request/${accepted?.requestId}`)).content
  expect([listed?.changeCount, told?.changeCount, told?.changes.length]).toEqual([12, 12, 12])
  expect(listed?.changes).toEqual(told?.changes.slice(0, 10))
})

test.describe('the list is filtered', () => {
  test('by customer, kind, status, name and day, each alone and all together', async ({ api, sandbox }) => {
    const { customerId } = await api.me()
    const body = minimalBody({ name: uniqueName('100% _Filtered\\') })
    const [made] = (await api.post(`/api/v2/customer/${customerId}`, body)).content
    await sandbox.end(String(made?.requestId))
    const [changed] = (await api.patch(`/api/v2/customer/${made?.id}`, { vatRegistrationNumber: 'x' })).content
    await sandbox.end(String(changed?.requestId))
    // Only the create is followed to its end, so the record knows of that end alone.
    await api.get(`/api/v2/global/call/${made?.requestId}`)
    const of = async (search: Record<string, string>) => {
      const { status, content } = await api.get<Recorded>(
        `/api/v2/request?${new URLSearchParams({ size: '100', ...search })}`,
      )
      expect(status, JSON.stringify(search)).toBe(200)
      return content.map(({ requestId }) => requestId)
    }
    const [both, create, patch] = [[changed?.requestId, made?.requestId], [made?.requestId], [changed?.requestId]]
    const mine = { customerId: String(made?.id) }
    const [told] = (await api.get<Recorded>(`/api/v2/request/${changed?.requestId}`)).content
    const day = String(told?.createdAt).slice(0, 10)
    const dayAfter = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
    expect(await of(mine)).toEqual(both)
    expect(await of({ ...mine, kind: 'createCustomer' })).toEqual(create)
    expect(await of({ ...mine, kind: 'modifyCustomer' })).toEqual(patch)
    expect(await of({ ...mine, kind: 'modifyExternalParam' })).toEqual([])
    expect(await of({ ...mine, status: 'SUCCESS' })).toEqual(create)
    expect(await of({ ...mine, status: 'OPEN' })).toEqual(patch)
    expect(await of({ search: body.name.slice(0, -1).toUpperCase() })).toEqual(both)
    expect(await of({ search: body.name.replace('_', 'x') })).toEqual([])
    expect(await of({ ...mine, search: 'grace whit' })).toEqual(both)
    expect(await of({ ...mine, to: day })).toEqual(both)
    expect(await of({ ...mine, from: dayAfter })).toEqual([])
    expect(await of({ ...mine, from: '0001-01-01', to: '2000-02-29' })).toEqual([])
    expect(await of({ ...mine, to: '9998-12-31' })).toEqual(both)
    const all = { kind: 'modifyCustomer', status: 'OPEN', search: body.name, from: day, to: dayAfter }
    expect(await of({ ...mine, ...all })).toEqual(patch)
    const paged = await api.get<Recorded>(`/api/v2/request?customerId=${made?.id}&size=1&page=1`)
    expect(paged.content.map(({ requestId }) => requestId)).toEqual(create)
    expect(paged.pageable).toEqual({ page: 1, size: 1, totalPages: 2, totalElements: 2 })
  })

  test('and a filter that is none is 422 and blamed', async ({ api }) => {
    for (const [name, value] of [
      ['from', '2026-02-30'],
      ['from', '0000-01-01'],
      ['to', '9999-12-31'],
      ['to', 'today'],
      ['to', '2026-1-1'],
      ['kind', 'deleteCustomer'],
      ['status', 'open'],
      ['search', 'x'.repeat(201)],
      ['search', '\0'],
      ['customerId', '\0'],
      ['user', 'grace'],
    ] as const) {
      const answer = await api.get(`/api/v2/request?${new URLSearchParams({ [name]: value })}`)
      expect([answer.status, answer.errorCode, answer.errors.map(({ path }) => path)], `${name}=${value}`).toEqual([
        422,
        'GLOBAL_1002',
        [[name]],
      ])
    }
  })
})
