import { randomUUID } from 'node:crypto'
import { ApiClient } from '@/e2e/fixtures/api-client'
import { apiUsers } from '@/e2e/fixtures/demo-users'
import { SandboxClient } from '@/e2e/fixtures/sandbox-client'
import { expect, test } from '@/e2e/fixtures/test'
import { externalParamQuery } from '@/lib/contract/child-customers'
import type { ExternalParam } from '@/lib/contract/external-param'
import type { ExternalParamDefinition } from '@/lib/contract/external-param-definition'
import type { Plan } from '@/lib/contract/plan'
import { type Subscriber, subscriberQuery } from '@/lib/contract/subscriber'

const ownPath = async (api: ApiClient) => `/api/v2/customer/${(await api.me()).customerId}`
const largestFleet = 'Nordlicht Spedition GmbH'

test('the definitions are read with their numbers of values, also by who may only read', async ({ api, apiAs }) => {
  const path = `${await ownPath(api)}/external-params-config`
  const { status, content } = await api.get<ExternalParamDefinition>(path)
  expect(status).toBe(200)
  const [customers, plans] = ['customer', 'plan'].map((entity) =>
    content.filter(({ entityType }) => entityType === entity),
  )
  expect(customers?.find(({ name }) => name === 'crmAccountId')).toEqual({
    id: expect.any(String),
    entityType: 'customer',
    name: 'crmAccountId',
    displayName: 'CRM account',
    Description: null,
    isSearchable: true,
    valueCount: expect.any(Number),
    activeValueCount: expect.any(Number),
  })
  expect(plans?.length).toBeGreaterThan(0)
  expect((await (await apiAs('viewer')).get(path)).content).toEqual(content)
})

test('the values of sub-customers, own subscribers and plans are read, each of a definition for its kind', async ({
  api,
  sandbox,
}) => {
  const own = await ownPath(api)
  const subscribers = (await api.get<Subscriber>(`${own}/subscriber`)).content
  const plans = (await api.get<Plan>(`${own}/plan`)).content
  const idsOf = {
    customer: (await sandbox.children()).map(({ customerId }) => customerId),
    subscriber: subscribers.map(({ subscriberId }) => subscriberId),
    plan: plans.map(({ planId }) => planId),
  }
  const definitions = (await api.get<ExternalParamDefinition>(`${own}/external-params-config`)).content
  for (const [entity, ids] of Object.entries(idsOf)) {
    const names = definitions.filter(({ entityType }) => entityType === entity).map(({ id, name }) => [id, name])
    const answers = await Promise.all(ids.map((id) => api.get<ExternalParam>(`${own}/external-params/${entity}/${id}`)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    const values = answers.flatMap(({ content }) => content)
    expect(values.length, entity).toBeGreaterThan(0)
    for (const value of values) {
      expect(names).toContainEqual([value.extParamConfigId, value.name])
      expect(value).toMatchObject({ id: expect.any(String), value: expect.any(String), isActive: true })
    }
  }
})

test("entities that are not the parent's own have no values to read: 404 CUSTOMER_1002", async ({
  api,
  apiAs,
  sandbox,
}) => {
  const own = await ownPath(api)
  const wholesale = new SandboxClient(sandbox.origin, apiUsers.wholesale)
  const [grandchild] = await wholesale.children()
  const [fleet] = await sandbox.named(largestFleet)
  const [sim] = (await api.get<Subscriber>(`/api/v2/customer/${fleet?.customerId}/subscriber?size=1`)).content
  const foreigner = await apiAs('foreigner')
  const [foreignPlan] = (await foreigner.get<Plan>(`${await ownPath(foreigner)}/plan`)).content
  for (const [entity, id] of [
    ['customer', (await api.me()).customerId],
    ['customer', grandchild?.customerId],
    ['subscriber', sim?.subscriberId],
    ['plan', foreignPlan?.planId],
    ['plan', randomUUID()],
    ['customer', 'x'],
    ['customer', encodeURIComponent('../..')],
  ]) {
    const answer = await api.get(`${own}/external-params/${entity}/${id}`)
    expect([answer.status, answer.errorCode], `${entity} ${id}`).toEqual([404, 'CUSTOMER_1002'])
  }
})

test('the first id is the own one, for every read but that of subscribers', async ({ api, apiAs, sandbox }) => {
  const [child] = await sandbox.named(largestFleet)
  const foreignOwn = await ownPath(await apiAs('foreigner'))
  for (const parent of [foreignOwn, `/api/v2/customer/${child?.customerId}`, `/api/v2/customer/${randomUUID()}`]) {
    for (const path of ['external-params-config', `external-params/customer/${child?.customerId}`, 'plan']) {
      const answer = await api.get(`${parent}/${path}`)
      expect([answer.status, answer.errorCode], `${parent}/${path}`).toEqual([404, 'CUSTOMER_1002'])
    }
  }
  const foreign = await api.get(`${foreignOwn}/subscriber`)
  expect([foreign.status, foreign.errorCode]).toEqual([404, 'CUSTOMER_1002'])
})

test('a stranger reads nothing', async ({ api, instance }) => {
  const own = await ownPath(api)
  const stranger = new ApiClient(instance.origin)
  for (const path of ['external-params-config', `external-params/plan/${randomUUID()}`, 'plan', 'subscriber']) {
    const answer = await stranger.get(`${own}/${path}`)
    expect([answer.status, answer.errorCode], path).toEqual([401, 'AUTH_1001'])
  }
})

test('an entity that is none is 422 GLOBAL_1002, and the platform is not asked', async ({ api, sandbox }) => {
  const own = await ownPath(api)
  await sandbox.fault({ method: 'GET', path: `${own}/external-params/`, fault: 'error500' })
  for (const entity of ['package', 'Plan', 'toString', encodeURIComponent('a/b')]) {
    const answer = await api.get(`${own}/external-params/${entity}/${randomUUID()}`)
    expect([answer.status, answer.errorCode], entity).toEqual([422, 'GLOBAL_1002'])
    expect(answer.errors.map(({ path, code }) => [path, code])).toEqual([[['entity'], 'notOneOf']])
  }
  expect(await sandbox.struck()).toBe(0)
})

test('the subscribers of a sub-customer are paged, each on one page and one only', async ({ api, sandbox }) => {
  const [fleet] = await sandbox.named(largestFleet)
  const path = `/api/v2/customer/${fleet?.customerId}/subscriber`
  const pages = await Promise.all([0, 1, 2, 3, 4].map((page) => api.get<Subscriber>(`${path}?page=${page}&size=100`)))
  expect(pages[4]?.pageable).toEqual({ page: 4, size: 100, totalPages: 5, totalElements: 500 })
  const ids = pages.flatMap(({ content }) => content.map(({ subscriberId }) => subscriberId))
  expect(new Set(ids).size).toBe(500)
})

test('a subscriber is found by each of its numbers, as printed and in part', async ({ api, sandbox }) => {
  const [fleet] = await sandbox.named(largestFleet)
  const path = `/api/v2/customer/${fleet?.customerId}/subscriber`
  const find = (query: string) => api.get<Subscriber>(`${path}?${new URLSearchParams({ query })}`)
  const { content } = await api.get<Subscriber>(`${path}?size=100`)
  const sim = content.find(({ imei }) => imei)
  for (const number of [sim?.iccid, sim?.imsi, sim?.msisdn, sim?.imei]) {
    if (!number) throw new Error('a SIM has all four numbers')
    expect((await find(subscriberQuery(number))).content).toEqual([sim])
    const printed = `${number.slice(0, 5)} ${number.slice(5, 9)}-${number.slice(9, -1)}`
    expect((await find(subscriberQuery(printed))).content).toContainEqual(sim)
  }
})

test('bad queries are 422 GLOBAL_1002 with the element to blame', async ({ api }) => {
  const own = await ownPath(api)
  for (const [search, name, code] of [
    ['subscriber?size=101', 'size', 'tooLarge'],
    ['subscriber?sort=iccid', 'sort', 'unknownElement'],
    ['subscriber?query=age==1', 'query', 'queryFormat'],
    ['plan?page=x', 'page', 'wrongType'],
    ['plan?query=a', 'query', 'unknownElement'],
    ['child-customers?query=externalParam.unknown==1', 'query', 'queryFormat'],
    ['child-customers?query=externalParam.erpArticleNumber==1', 'query', 'queryFormat'],
  ]) {
    const answer = await api.get(`${own}/${search}`)
    expect([answer.status, answer.errorCode], search).toEqual([422, 'GLOBAL_1002'])
    expect(answer.errors.map((error) => [error.path, error.code])).toEqual([[[name], code]])
  }
})

test('sub-customers are found by the value of a searchable parameter', async ({ api, sandbox }) => {
  const own = await ownPath(api)
  const [child] = await sandbox.named(largestFleet)
  const values = (await api.get<ExternalParam>(`${own}/external-params/customer/${child?.customerId}`)).content
  expect(values.length).toBeGreaterThan(0)
  for (const { name, value } of values) {
    const query = externalParamQuery(name, (value ?? '').toLowerCase())
    const found = await api.get(`${own}/child-customers?${new URLSearchParams({ query })}`)
    expect(found.content, query).toContainEqual(child)
  }
})
