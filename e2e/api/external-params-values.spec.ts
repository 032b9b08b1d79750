import { randomUUID } from 'node:crypto'
import type { ApiClient } from '@/e2e/fixtures/api-client'
import { ExternalParams } from '@/e2e/fixtures/external-params'
import type { SandboxClient } from '@/e2e/fixtures/sandbox-client'
import { SubCustomer } from '@/e2e/fixtures/sub-customer'
import { expect, test } from '@/e2e/fixtures/test'
import { placeHeader } from '@/lib/contract/external-param'
import { seenDigests, seenHeader } from '@/lib/contract/patched-elements'
import type { Plan } from '@/lib/contract/plan'
import type { RecordedRequest } from '@/lib/contract/recorded-request'
import type { Subscriber } from '@/lib/contract/subscriber'

async function paramsOfNew(api: ApiClient, sandbox: SandboxClient) {
  const customer = await SubCustomer.create(sandbox)
  return { customer, params: await ExternalParams.of(api, sandbox, 'customer', customer.id) }
}

const recordOf = async (api: ApiClient, requestId = '') =>
  (await api.get<RecordedRequest>(`/api/v2/request/${requestId}`)).content[0]
const faultsOf = ({ status, errorCode, errors }: Awaited<ReturnType<ExternalParams['create']>>) => [
  status,
  errorCode,
  ...errors.map(({ path, code }) => [path.join('.'), code]),
]
const seen = (present: string) => ({ [seenHeader]: seenDigests([{ path: ['value'], value: '', present }]) })

test('values are set, changed and taken away, each recorded under the sub-customer with what stood', async ({
  api,
  sandbox,
}) => {
  const { customer, params } = await paramsOfNew(api, sandbox)
  const names = params.definitions.map(({ name }) => name)
  const [created] = (await params.create(params.body('A-1', 'B-1'))).content
  await sandbox.end(created?.requestId ?? '')
  const [a, b] = await params
    .values()
    .then((values) => names.slice(0, 2).map((name) => values.find((v) => v.name === name)))
  expect([a?.value, b?.value]).toEqual(['A-1', 'B-1'])
  if (!a || !b) throw new Error('nothing was set')
  const [changed] = (await params.put(a, { value: 'A-2' })).content
  await sandbox.end(changed?.requestId ?? '')
  expect(await params.values()).toContainEqual({ ...a, value: 'A-2' })
  const [removed] = (await params.remove([b, a])).content
  await sandbox.end(removed?.requestId ?? '')
  expect(await params.values()).toEqual([])

  const change = (name: string | undefined, before: string, after: string) => ({
    path: ['externalParams', name],
    entryId: customer.id,
    before,
    after,
  })
  for (const [requestId, kind, changes] of [
    [created?.requestId, 'createExternalParams', [change(names[0], '', 'A-1'), change(names[1], '', 'B-1')]],
    [changed?.requestId, 'modifyExternalParam', [change(names[0], 'A-1', 'A-2')]],
    [removed?.requestId, 'deleteExternalParams', [change(names[1], 'B-1', ''), change(names[0], 'A-2', '')]],
  ] as const) {
    expect(await recordOf(api, requestId)).toMatchObject({
      kind,
      changes,
      subjectId: customer.id,
      subjectName: customer.name,
      userName: 'Grace Whitfield',
    })
  }
  const listed = await api.get<RecordedRequest>(`/api/v2/request?customerId=${customer.id}`)
  expect(listed.content.map(({ requestId }) => requestId)).toEqual(
    [removed, changed, created].map((accepted) => accepted?.requestId),
  )
})

test('those of a plan and a SIM are recorded by their names, under no sub-customer', async ({ api, sandbox }) => {
  const { customerId } = await api.me()
  const [plan] = (await api.get<Plan>(`/api/v2/customer/${customerId}/plan`)).content
  const sims = (await api.get<Subscriber>(`/api/v2/customer/${customerId}/subscriber?size=100`)).content
  const sim = sims.at(-1)
  for (const [entity, id, name] of [
    ['plan', plan?.planId, plan?.planName],
    ['subscriber', sim?.subscriberId, sim?.iccid],
  ] as const) {
    const params = await ExternalParams.of(api, sandbox, entity, id ?? '')
    const standing = await params.values()
    if (standing.length > 0) await params.elsewhere('DELETE', params.pathOf(...standing))
    const [param] = await params.have('X-1')
    if (!param) throw new Error('nothing was set')
    const answer = await params.put(param, { value: 'X-2' })
    expect(answer.status, entity).toBe(200)
    expect(await recordOf(api, answer.content[0]?.requestId)).toMatchObject({
      subjectId: null,
      subjectName: name,
      changes: [{ path: ['externalParams', param.name], before: 'X-1', after: 'X-2' }],
    })
    await sandbox.end(answer.content[0]?.requestId ?? '')
  }
})

test('a value is found with and without being told what has it, also where that is wrong', async ({ api, sandbox }) => {
  const { customer, params } = await paramsOfNew(api, sandbox)
  const [param] = await params.have('A')
  if (!param) throw new Error('nothing was set')
  for (const header of [`customer/${customer.id}`, `plan/${customer.id}`, `customer/${randomUUID()}, x`, '']) {
    const answer = await params.put(param, { value: header || 'none' }, { [placeHeader]: header })
    expect(answer.status, header).toBe(200)
    await sandbox.end(answer.content[0]?.requestId ?? '')
    expect((await recordOf(api, answer.content[0]?.requestId))?.subjectId).toBe(customer.id)
  }
})

test.describe('refused with nothing sent', () => {
  test('a value that is none, on its element', async ({ api, sandbox }) => {
    const { params } = await paramsOfNew(api, sandbox)
    const [param] = await params.have('A')
    if (!param) throw new Error('nothing was set')
    const before = await params.writes()
    for (const [body, ...faults] of [
      [{}, ['value', 'required']],
      [{ value: '' }, ['value', 'notEmptiable']],
      [{ value: null }, ['value', 'notEmptiable']],
      [{ value: ' ' }, ['value', 'required']],
      [{ value: 7 }, ['value', 'wrongType']],
      [{ value: 'a\0' }, ['value', 'nulCharacter']],
      [{ value: '', id: '1' }, ['value', 'notEmptiable'], ['id', 'unknownElement']],
      [[], ['', 'wrongType']],
    ] as const) {
      expect(faultsOf(await params.put(param, body)), JSON.stringify(body)).toEqual([422, 'CUSTOMER_1025', ...faults])
    }
    expect(await params.writes()).toEqual(before)
  })

  test('new values, all faults at once on their entries', async ({ api, sandbox }) => {
    const { params } = await paramsOfNew(api, sandbox)
    await params.have('A')
    const before = await params.writes()
    const [first, second] = params.definitions
    const { id: foreign } = (await ExternalParams.of(api, sandbox, 'plan', randomUUID())).definitions[0] ?? {}
    const entry = (extParamConfigId: unknown, value: unknown) => ({ extParamConfigId, value })
    const body = [
      entry(first?.id.toUpperCase(), 'x'),
      entry(second?.id, ' '),
      entry(second?.id, 'x'),
      entry(randomUUID(), 'x'),
      entry(foreign, 'x'),
      entry('x', 7),
    ]
    const path = 'externalParams'
    const answer = await params.create({ externalParams: body })
    expect([answer.status, answer.errorCode]).toEqual([422, 'CUSTOMER_1025'])
    expect(Object.fromEntries(answer.errors.map((error) => [error.path.join('.'), error.code]))).toEqual({
      [`${path}.0.extParamConfigId`]: 'alreadySet',
      [`${path}.1.value`]: 'required',
      [`${path}.2.extParamConfigId`]: 'duplicate',
      [`${path}.3.extParamConfigId`]: 'unknownDefinition',
      [`${path}.4.extParamConfigId`]: 'unknownDefinition',
      [`${path}.5.extParamConfigId`]: 'uuidFormat',
      [`${path}.5.value`]: 'wrongType',
    })
    expect(faultsOf(await params.create({}))).toEqual([422, 'CUSTOMER_1025', [path, 'required']])
    expect(faultsOf(await params.create({ externalParams: [] }))).toEqual([422, 'CUSTOMER_1025', [path, 'required']])
    expect(await params.writes()).toEqual(before)
  })

  test('values that are nowhere, or another parent’s: 404 CUSTOMER_1025, each told', async ({
    api,
    apiAs,
    sandbox,
  }) => {
    const { params } = await paramsOfNew(api, sandbox)
    const [own] = await params.have('A')
    const foreigner = await apiAs('foreigner')
    const { customerId } = await foreigner.me()
    const children = await foreigner.get<{ customerId: string }>(`/api/v2/customer/${customerId}/child-customers`)
    const foreign = await Promise.all(
      children.content.map((child) =>
        foreigner.get<{ id: string }>(`/api/v2/customer/${customerId}/external-params/customer/${child.customerId}`),
      ),
    )
    const [theirs] = foreign.flatMap(({ content }) => content)
    if (!own || !theirs) throw new Error('nothing was set')
    const before = await sandbox.writes()
    for (const id of [theirs.id, randomUUID(), 'x', '..%2F..']) {
      expect(faultsOf(await params.put({ id }, { value: 'x' })), id).toEqual([404, 'CUSTOMER_1025'])
      expect(faultsOf(await params.remove([{ id }])), id).toEqual([404, 'CUSTOMER_1025'])
    }
    expect(faultsOf(await params.remove([{ id: 'x' }, own, theirs]))).toEqual([
      404,
      'CUSTOMER_1025',
      ['paramId.0', 'unknownId'],
      ['paramId.2', 'unknownId'],
    ])
    expect(await sandbox.writes()).toEqual(before)
  })

  test('entities that are not the customer’s own, or none', async ({ api, sandbox }) => {
    const { customer, params } = await paramsOfNew(api, sandbox)
    const body = params.body('x')
    for (const [path, ...faults] of [
      [`${params.parent}/external-params/customer/${randomUUID()}`, 404, 'CUSTOMER_1002'],
      [params.path.replace(customer.id, (await api.me()).customerId), 404, 'CUSTOMER_1002'],
      [`${params.parent}/external-params/plan/${customer.id}`, 404, 'CUSTOMER_1002'],
      [`/api/v2/customer/${customer.id}/external-params/customer/${customer.id}`, 404, 'CUSTOMER_1002'],
      [`${params.parent}/external-params/package/${customer.id}`, 422, 'CUSTOMER_1025', ['entity', 'notOneOf']],
    ]) {
      expect(faultsOf(await api.post(String(path), body)), String(path)).toEqual(faults)
    }
    expect(await params.writes()).toEqual([])
  })
})

test.describe('sent once per Idempotency-Key', () => {
  test('a repeat is told the first outcome, and another body is refused', async ({ api, sandbox }) => {
    const { params } = await paramsOfNew(api, sandbox)
    const keys = Array.from({ length: 3 }, () => ({ 'idempotency-key': randomUUID() }))
    const create = () => params.create(params.body('A'), keys[0])
    const created = await Promise.all([create(), create(), create()])
    await sandbox.end(created[0]?.content[0]?.requestId ?? '')
    const [param] = await params.values()
    if (!param) throw new Error('nothing was set')
    const put = () => params.put(param, { value: 'B' }, keys[1])
    const changed = await Promise.all([put(), put()])
    await sandbox.end(changed[0]?.content[0]?.requestId ?? '')
    const remove = () => params.remove([param], keys[2])
    const removed = [await remove()]
    await sandbox.end(removed[0]?.content[0]?.requestId ?? '')
    // Also where the value that it names is not there any more.
    removed.push(await remove())
    changed.push(await put())
    created.push(await create())
    for (const answers of [created, changed, removed]) {
      expect(answers.map(({ status }) => status)).toEqual(Array(answers.length).fill(200))
      expect(new Set(answers.map(({ content }) => content[0]?.requestId)).size).toBe(1)
    }
    expect((await params.writes()).map(({ method }) => method)).toEqual(['POST', 'PUT', 'DELETE'])
    const reused = [422, 'CUSTOMER_1025', ['', 'keyReused']]
    expect(faultsOf(await params.put(param, { value: 'C' }, keys[1]))).toEqual(reused)
    expect(faultsOf(await params.create(params.body('C'), keys[0]))).toEqual(reused)
    expect(faultsOf(await params.remove([param], keys[0]))).toEqual(reused)
  })

  test('and one that is no UUID is refused', async ({ api, sandbox }) => {
    const { params } = await paramsOfNew(api, sandbox)
    const bad = { 'idempotency-key': 'x' }
    const refusal = [422, 'CUSTOMER_1025', ['idempotency-key', 'uuidFormat']]
    expect(faultsOf(await params.create(params.body('A'), bad))).toEqual(refusal)
    expect(faultsOf(await params.put({ id: randomUUID() }, { value: 'A' }, bad))).toEqual(refusal)
    expect(faultsOf(await params.remove([{ id: randomUUID() }], bad))).toEqual(refusal)
  })
})

test('a change of what the user has not seen is told with what stands, and nothing is sent', async ({
  api,
  sandbox,
}) => {
  const { params } = await paramsOfNew(api, sandbox)
  const [param] = await params.have('A')
  if (!param) throw new Error('nothing was set')
  await params.elsewhere('PUT', params.pathOf(param), { value: 'theirs' })
  const before = await params.writes()
  const answer = await params.put(param, { value: 'mine' }, seen('A'))
  expect(faultsOf(answer)).toEqual([409, 'CUSTOMER_1025', ['value', 'changedMeanwhile']])
  expect(answer.errors[0]?.present).toBe('theirs')
  // What has become another value is not taken away unseen either.
  const removal = await params.remove([param], seen('A'))
  expect(faultsOf(removal)).toEqual([409, 'CUSTOMER_1025', ['paramId.0', 'changedMeanwhile']])
  const unreadable = await params.put(param, { value: 'mine' }, { [seenHeader]: 'x' })
  expect(faultsOf(unreadable)).toEqual([422, 'CUSTOMER_1025', [seenHeader, 'invalid']])
  expect(await params.writes()).toEqual(before)
  // Where it is the very value that is sent, there is no conflict; seen anew there is none either.
  const same = await params.put(param, { value: 'theirs' }, seen('A'))
  expect(same.status).toBe(200)
  await sandbox.end(same.content[0]?.requestId ?? '')
  expect((await params.put(param, { value: 'mine' }, seen('theirs'))).status).toBe(200)
})

test.describe('when the platform’s answer is lost', () => {
  for (const method of ['POST', 'PUT', 'DELETE'] as const) {
    const write = async (params: ExternalParams, headers: Record<string, string>) => {
      const [param = { id: '' }] = await params.values()
      if (method === 'POST') return params.create(params.body('new', 'new 2'), headers)
      return method === 'PUT' ? params.put(param, { value: 'new' }, headers) : params.remove([param], headers)
    }

    test(`a ${method} that was accepted is found by reading, never by sending again`, async ({ api, sandbox }) => {
      const { params } = await paramsOfNew(api, sandbox)
      if (method !== 'POST') await params.have('A')
      const writes = (await params.writes()).length
      const headers = { 'idempotency-key': randomUUID() }
      await sandbox.fault({ method, path: `${params.parent}/external-params/`, fault: 'reset', afterAccept: true })
      const lost = await write(params, headers)
      expect([lost.status, lost.errorCode, lost.body.outcome]).toEqual([502, 'GLOBAL_1001', 'unknown'])
      const path = `/api/v2/submission/${headers['idempotency-key']}`
      await expect.poll(async () => (await api.get(path)).content).toEqual([{ state: 'found' }])
      expect(await params.writes()).toHaveLength(writes + 1)
    })

    test(`a ${method} that never arrived stays unknown`, async ({ api, sandbox }) => {
      const { params } = await paramsOfNew(api, sandbox)
      if (method !== 'POST') await params.have('A')
      const writes = (await params.writes()).length
      const before = await params.values()
      const headers = { 'idempotency-key': randomUUID() }
      await sandbox.fault({ method, path: `${params.parent}/external-params/`, fault: 'reset' })
      expect((await write(params, headers)).body.outcome).toBe('unknown')
      expect((await write(params, headers)).body.outcome).toBe('unknown')
      const path = `/api/v2/submission/${headers['idempotency-key']}`
      expect((await api.get(path)).content).toEqual([{ state: 'unknown' }])
      expect(await params.writes()).toHaveLength(writes + 1)
      expect(await params.values()).toEqual(before)
    })
  }
})
