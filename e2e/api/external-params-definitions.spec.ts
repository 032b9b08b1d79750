import { randomUUID } from 'node:crypto'
import type { ApiClient } from '@/e2e/fixtures/api-client'
import { apiUsers } from '@/e2e/fixtures/demo-users'
import { SandboxClient } from '@/e2e/fixtures/sandbox-client'
import { expect, test } from '@/e2e/fixtures/test'
import type { ExternalParamEntity } from '@/lib/contract/external-param'
import {
  type ExternalParamDefinition,
  endedDefinition,
  patchedDefinition,
} from '@/lib/contract/external-param-definition'
import { seenDigests, seenHeader } from '@/lib/contract/patched-elements'
import type { RecordedRequest } from '@/lib/contract/recorded-request'

/** Concord's definitions for plans and SIMs: there are none but those of these tests. */
class Definitions {
  constructor(
    readonly api: ApiClient,
    readonly sandbox: SandboxClient,
    readonly path: string,
  ) {}

  async on(entity: ExternalParamEntity): Promise<ExternalParamDefinition[]> {
    const { content } = await this.api.get<ExternalParamDefinition>(this.path)
    return content.filter(({ entityType }) => entityType === entity)
  }

  create(entity: string, entries: unknown, headers: Record<string, string> = {}) {
    return this.api.post<{ requestId: string }>(`${this.path}/${entity}`, { externalParamsConfig: entries }, headers)
  }

  modify(id: string, body: unknown, headers: Record<string, string> = {}) {
    return this.api.post<{ requestId: string }>(`${this.path}/${id}`, body, headers)
  }

  remove(id: string, headers: Record<string, string> = {}) {
    return this.api.send<{ requestId: string }>('DELETE', `${this.path}/${id}`, { headers })
  }

  /** Makes them and waits until they are there, in the order of the names. */
  async have(entity: ExternalParamEntity, ...names: string[]): Promise<ExternalParamDefinition[]> {
    const answer = await this.create(
      entity,
      names.map((name) => ({ name })),
    )
    expect(answer.status).toBe(200)
    await this.sandbox.end(answer.content[0]?.requestId ?? '')
    const all = await this.on(entity)
    return names.flatMap((name) => all.find((definition) => definition.name === name) ?? [])
  }

  async clear(): Promise<void> {
    for (const { id } of [...(await this.on('plan')), ...(await this.on('subscriber'))]) {
      const [accepted] = (await this.remove(id)).content
      await this.sandbox.end(accepted?.requestId ?? '')
    }
    await this.sandbox.reset()
  }

  async record(requestId = ''): Promise<RecordedRequest | undefined> {
    return (await this.api.get<RecordedRequest>(`/api/v2/request/${requestId}`)).content[0]
  }
}

let own: Definitions

test.beforeEach(async ({ apiAs, sandbox }) => {
  const api = await apiAs('foreigner')
  const path = `/api/v2/customer/${(await api.me()).customerId}/external-params-config`
  own = new Definitions(api, new SandboxClient(sandbox.origin, apiUsers.concord), path)
  await own.clear()
})

const faultsOf = ({ status, errorCode, errors }: Awaited<ReturnType<Definitions['create']>>) => [
  status,
  errorCode,
  ...errors.map(({ path, code }) => [path.join('.'), code]),
]

test('definitions are made, changed and deleted, each recorded with what stood', async () => {
  const entry = { name: 'article', displayName: 'Article', isSearchable: false }
  const [created] = (await own.create('plan', [entry, { name: 'margin' }])).content
  await own.sandbox.end(created?.requestId ?? '')
  const [article, margin] = await own.on('plan')
  expect(article).toMatchObject(entry)
  expect(margin).toMatchObject({ name: 'margin', isSearchable: true })
  const id = article?.id ?? ''
  const [changed] = (await own.modify(id, { name: 'item', displayName: '', isSearchable: false })).content
  await own.sandbox.end(changed?.requestId ?? '')
  const [item] = await own.on('plan')
  expect(item).toMatchObject({ id, name: 'item', displayName: null, isSearchable: false })
  const [removed] = (await own.remove(id)).content
  await own.sandbox.end(removed?.requestId ?? '')
  expect((await own.on('plan')).map(({ name }) => name)).toEqual(['margin'])

  const change = (entryId: string, name: string, element: string, before: unknown, after: unknown) => ({
    path: ['externalParamsConfig', name, element],
    entryId,
    before,
    after,
  })
  const record = (kind: string, subjectName: string, changes: object[]) => ({
    kind,
    subjectId: null,
    subjectName,
    changes: expect.arrayContaining(changes),
    changeCount: changes.length,
  })
  expect(await own.record(created?.requestId)).toMatchObject(
    record('createExternalParamDefinitions', 'article, margin', [
      change('plan', 'article', 'name', '', 'article'),
      change('plan', 'article', 'displayName', '', 'Article'),
      change('plan', 'article', 'isSearchable', '', false),
      change('plan', 'margin', 'name', '', 'margin'),
      change('plan', 'margin', 'isSearchable', '', true),
    ]),
  )
  expect(await own.record(changed?.requestId)).toMatchObject(
    record('modifyExternalParamDefinition', 'article', [
      change(id, 'article', 'name', 'article', 'item'),
      change(id, 'article', 'displayName', 'Article', ''),
    ]),
  )
  expect(await own.record(removed?.requestId)).toMatchObject(
    record('deleteExternalParamDefinition', 'item', [
      change(id, 'item', 'name', 'item', ''),
      change(id, 'item', 'isSearchable', false, ''),
      change(id, 'item', 'valueCount', 0, ''),
    ]),
  )
})

test('what breaks a rule is refused, all faults at once on their entries, with nothing sent', async () => {
  const [a, b] = await own.have('subscriber', 'a', 'b')
  const before = (await own.sandbox.writes()).length
  const path = 'externalParamsConfig'
  const answer = await own.create('subscriber', [
    { name: 'a' },
    { name: 'c', isSearchable: 'yes' },
    { name: 'c' },
    { displayName: 'no name', entity: 'plan' },
  ])
  expect([answer.status, answer.errorCode]).toEqual([422, 'CUSTOMER_1025'])
  expect(Object.fromEntries(answer.errors.map((error) => [error.path.join('.'), error.code]))).toEqual({
    [`${path}.0.name`]: 'nameTaken',
    [`${path}.1.isSearchable`]: 'wrongType',
    [`${path}.2.name`]: 'duplicate',
    [`${path}.3.name`]: 'required',
    [`${path}.3.entity`]: 'unknownElement',
    [`${path}.3`]: 'tooManyDefinitions',
  })
  expect(faultsOf(await own.create('subscriber', []))).toEqual([422, 'CUSTOMER_1025', [path, 'required']])
  for (const entity of ['package', 'Plan', 'toString']) {
    expect(faultsOf(await own.create(entity, [{ name: 'x' }])), entity).toEqual([
      422,
      'CUSTOMER_1025',
      ['entity', 'notOneOf'],
    ])
  }
  expect(faultsOf(await own.modify(a?.id ?? '', { name: 'b', displayName: 7 }))).toEqual([
    422,
    'CUSTOMER_1025',
    ['displayName', 'wrongType'],
    ['isSearchable', 'required'],
    ['name', 'nameTaken'],
  ])
  // Its own name is no other one's.
  expect(faultsOf(await own.modify(b?.id ?? '', { name: '', isSearchable: true }))).toEqual([
    422,
    'CUSTOMER_1025',
    ['name', 'notEmptiable'],
  ])
  expect((await own.sandbox.writes()).length).toBe(before)
  expect((await own.modify(b?.id ?? '', { name: 'b', isSearchable: true })).status).toBe(200)
})

test('definitions that are nowhere, or another parent’s: 404 CUSTOMER_1025', async ({ api }) => {
  const { customerId } = await api.me()
  const liberty = `/api/v2/customer/${customerId}/external-params-config`
  const [theirs] = (await api.get<ExternalParamDefinition>(liberty)).content
  for (const id of [theirs?.id ?? '', randomUUID()]) {
    expect(faultsOf(await own.modify(id, { isSearchable: false }))).toEqual([404, 'CUSTOMER_1025'])
    expect(faultsOf(await own.remove(id))).toEqual([404, 'CUSTOMER_1025'])
  }
  expect(faultsOf(await own.remove('x'))).toEqual([404, 'CUSTOMER_1025'])
  expect(faultsOf(await own.api.post(`${liberty}/plan`, {}))).toEqual([404, 'CUSTOMER_1002'])
  expect(faultsOf(await own.api.send('DELETE', `${liberty}/${theirs?.id}`))).toEqual([404, 'CUSTOMER_1002'])
  expect(await own.sandbox.writes()).toEqual([])
})

test('what somebody else has changed meanwhile is told per element with what stands now, and nothing is sent', async () => {
  const [stood] = await own.have('plan', 'seen')
  if (!stood) throw new Error('nothing was made')
  const theirs = { name: 'theirs', displayName: 'Theirs', isSearchable: false }
  const [changed] = (await own.modify(stood.id, theirs)).content
  await own.sandbox.end(changed?.requestId ?? '')
  await own.sandbox.reset()
  const body = { isSearchable: true, displayName: 'Mine', Description: 'Mine' }
  const seenOf = (definition: ExternalParamDefinition) => ({
    [seenHeader]: seenDigests(patchedDefinition(definition, body)),
  })
  const told = ({ status, errorCode, errors }: Awaited<ReturnType<Definitions['remove']>>) => [
    status,
    errorCode,
    ...errors.map(({ path, code, present }) => [...path, code, present]),
  ]
  expect(told(await own.modify(stood.id, body, seenOf(stood)))).toEqual([
    409,
    'CUSTOMER_1025',
    ['displayName', 'changedMeanwhile', 'Theirs'],
    ['isSearchable', 'changedMeanwhile', false],
  ])
  const [now] = await own.on('plan')
  const ended = (definition: Pick<ExternalParamDefinition, 'name' | 'valueCount'>) => ({
    [seenHeader]: seenDigests(endedDefinition({ ...stood, ...definition })),
  })
  expect(told(await own.remove(stood.id, ended({ name: 'seen', valueCount: 3 })))).toEqual([
    409,
    'CUSTOMER_1025',
    ['name', 'changedMeanwhile', 'theirs'],
    ['valueCount', 'changedMeanwhile', 0],
  ])
  for (const write of [
    own.modify(stood.id, body, { [seenHeader]: '0' }),
    own.remove(stood.id, { [seenHeader]: '0' }),
  ]) {
    expect(faultsOf(await write)).toEqual([422, 'CUSTOMER_1025', [seenHeader, 'invalid']])
  }
  expect(await own.sandbox.writes()).toEqual([])

  // Seen anew it is sent.
  const [mine] = (await own.modify(stood.id, body, seenOf(now ?? stood))).content
  await own.sandbox.end(mine?.requestId ?? '')
  const [removed] = (await own.remove(stood.id, ended({ name: 'theirs', valueCount: 0 }))).content
  await own.sandbox.end(removed?.requestId ?? '')
  expect(await own.on('plan')).toEqual([])
  expect(await own.sandbox.writes()).toHaveLength(2)
})

test('each is sent once per Idempotency-Key, also where what it names is gone by then', async () => {
  const keys = Array.from({ length: 3 }, () => ({ 'idempotency-key': randomUUID() }))
  const create = () => own.create('plan', [{ name: 'once' }], keys[0])
  const created = await Promise.all([create(), create()])
  await own.sandbox.end(created[0]?.content[0]?.requestId ?? '')
  const id = (await own.on('plan'))[0]?.id ?? ''
  const modify = () => own.modify(id, { name: 'renamed', isSearchable: true }, keys[1])
  const changed = [await modify()]
  await own.sandbox.end(changed[0]?.content[0]?.requestId ?? '')
  const removed = [await own.remove(id, keys[2])]
  await own.sandbox.end(removed[0]?.content[0]?.requestId ?? '')
  created.push(await create())
  changed.push(await modify())
  removed.push(await own.remove(id, keys[2]))
  for (const answers of [created, changed, removed]) {
    expect(answers.map(({ status }) => status)).toEqual(Array(answers.length).fill(200))
    expect(new Set(answers.map(({ content }) => content[0]?.requestId)).size).toBe(1)
  }
  expect((await own.sandbox.writes()).map(({ method }) => method)).toEqual(['POST', 'POST', 'DELETE'])
  expect(faultsOf(await own.create('plan', [{ name: 'twice' }], keys[0]))).toEqual([
    422,
    'CUSTOMER_1025',
    ['', 'keyReused'],
  ])
})

for (const afterAccept of [true, false]) {
  const becomes = afterAccept ? 'is found by reading' : 'stays unknown'
  test(`a write whose answer is lost ${afterAccept ? 'after' : 'before'} it was accepted ${becomes}`, async () => {
    const [a, b] = await own.have('plan', 'a', 'b')
    for (const [method, write] of [
      ['POST', (headers: Record<string, string>) => own.create('subscriber', [{ name: 'lost' }], headers)],
      ['POST', (headers: Record<string, string>) => own.modify(a?.id ?? '', { isSearchable: false }, headers)],
      ['DELETE', (headers: Record<string, string>) => own.remove(b?.id ?? '', headers)],
    ] as const) {
      const headers = { 'idempotency-key': randomUUID() }
      await own.sandbox.fault({ method, path: own.path, fault: 'reset', afterAccept })
      expect((await write(headers)).body.outcome).toBe('unknown')
      const path = `/api/v2/submission/${headers['idempotency-key']}`
      await expect
        .poll(async () => (await own.api.get(path)).content)
        .toEqual([{ state: afterAccept ? 'found' : 'unknown' }])
      expect((await write(headers)).body.outcome).toBe('unknown')
    }
    expect(await own.sandbox.writes()).toHaveLength(4)
  })
}
