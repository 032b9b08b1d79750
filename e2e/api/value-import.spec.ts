import { randomUUID } from 'node:crypto'
import { ApiClient } from '@/e2e/fixtures/api-client'
import { ConsoleUnderTest } from '@/e2e/fixtures/console-under-test'
import { minimalBody } from '@/e2e/fixtures/customer-body'
import { apiUsers, demoUsers } from '@/e2e/fixtures/demo-users'
import { SandboxClient } from '@/e2e/fixtures/sandbox-client'
import { expect, test } from '@/e2e/fixtures/test'
import type { ExternalParam } from '@/lib/contract/external-param'
import type { ExternalParamDefinition } from '@/lib/contract/external-param-definition'
import { maxChunkRows, type SentValueRow, type ValueImport, type ValueImportRow } from '@/lib/contract/value-import'

const own = async (api: ApiClient) => `/api/v2/customer/${(await api.me()).customerId}`

async function definitionOf(api: ApiClient): Promise<ExternalParamDefinition> {
  const { content } = await api.get<ExternalParamDefinition>(`${await own(api)}/external-params-config`)
  const definition = content.find(({ entityType }) => entityType === 'customer')
  if (!definition) throw new Error('the demo has definitions for sub-customers')
  return definition
}

/** Makes an import, sends its rows and starts it. Returns its path. */
async function startImport(api: ApiClient, rows: SentValueRow[]): Promise<string> {
  const id = randomUUID()
  const { id: definitionId } = await definitionOf(api)
  const made = await api.post('/api/v2/value-import', { id, definitionId, rowCount: rows.length })
  expect(made.status).toBe(200)
  const path = `/api/v2/value-import/${id}`
  for (let at = 0; at < rows.length; at += maxChunkRows) {
    const chunk = await api.post(`${path}/rows`, { rows: rows.slice(at, at + maxChunkRows) })
    expect(chunk.status, chunk.text).toBe(200)
  }
  expect((await api.post(`${path}/start`, {})).status).toBe(200)
  return path
}

async function importAt(api: ApiClient, path: string): Promise<ValueImport> {
  const [found] = (await api.get<ValueImport>(path)).content
  if (!found) throw new Error(`there is no ${path}`)
  return found
}

const ended = (api: ApiClient, path: string, timeout = 60_000) =>
  expect.poll(async () => (await importAt(api, path)).state, { timeout, intervals: [250] }).toBe('ended')

const row = (line: number, customerId: string, value = `value ${line}`): SentValueRow => ({
  line,
  customer: customerId,
  customerId,
  value,
})

/** Makes sub-customers straight at the sandbox, some at a time. Returns their ids. */
async function makeCustomers(sandbox: SandboxClient, number: number): Promise<string[]> {
  const ids: string[] = []
  while (ids.length < number) {
    const some = Array.from({ length: Math.min(20, number - ids.length) }, () => sandbox.create(minimalBody()))
    ids.push(...(await Promise.all(some)))
  }
  return ids
}

test('of 1,000 lines 40 are bad: 960 are set, each sent once, and 40 are refused, though the server is killed twice', async () => {
  test.setTimeout(420_000)
  const instance = await ConsoleUnderTest.start({ SANDBOX_DELAY_MS: '100', PLATFORM_TIMEOUT_MS: '3000' })
  try {
    const api = await ApiClient.signIn(instance.origin, demoUsers.admin)
    const sandbox = new SandboxClient(instance.sandboxOrigin)
    const good = await makeCustomers(sandbox, 960)
    const [grandchild] = await new SandboxClient(instance.sandboxOrigin, apiUsers.wholesale).children()
    const bad = [
      ...Array.from({ length: 19 }, () => ({ customerId: randomUUID(), value: 'x' })),
      { customerId: grandchild?.customerId ?? '', value: 'x' },
      ...Array.from({ length: 10 }, (_, at) => ({ customerId: good[at * 7] ?? '', value: 'again' })),
      ...Array.from({ length: 10 }, () => ({ customerId: 'no id', value: ' ' })),
    ]
    // The bad lines are among the good ones, a double one after the line that it doubles.
    const lines: Omit<SentValueRow, 'line' | 'customer'>[] = good.map((customerId, at) => ({
      customerId,
      value: `v${at}`,
    }))
    for (const [at, line] of bad.entries()) lines.splice(100 + at * 22, 0, line)
    const rows = lines.map(({ customerId = '', value }, at) => row(at + 1, customerId, value))
    expect(rows).toHaveLength(1000)

    await sandbox.reset()
    const path = await startImport(api, rows)
    const written: string[] = []
    const noteWrites = async (of: SandboxClient) => {
      for (const { path: to } of await of.writes()) if (to.includes('/external-params/')) written.push(to)
    }
    for (const share of [0.25, 0.6]) {
      const settled = async () => {
        const { counts } = await importAt(api, path)
        return counts.accepted + counts.done
      }
      await expect.poll(settled, { timeout: 120_000, intervals: [50] }).toBeGreaterThan(960 * share)
      // The four that are under way are accepted, and their answers never come: the hardest moment for a kill.
      await sandbox.fault({
        method: 'POST',
        path: '^.*/external-params/customer/',
        fault: 'hang',
        afterAccept: true,
        count: 4,
      })
      await expect.poll(() => sandbox.struck(), { intervals: [20] }).toBe(4)
      await noteWrites(sandbox)
      await instance.kill()
      await instance.restart()
    }
    await ended(api, path, 180_000)
    await noteWrites(sandbox)

    expect((await importAt(api, path)).counts).toMatchObject({ done: 960, refused: 40, failed: 0, unknown: 0 })
    const isGood = new Set<string | undefined>(good)
    const sentTo = written.map((to) => to.split('/').at(-1)).filter((id) => isGood.has(id))
    expect(sentTo.length, 'writes that arrived').toBe(960)
    expect(new Set(sentTo).size, 'sub-customers that were written to').toBe(960)

    const told: ValueImportRow[] = (await api.get<ValueImportRow>(`${path}/rows?size=1000`)).content
    expect(told.map(({ line }) => line)).toEqual(rows.map(({ line }) => line))
    expect(
      told
        .filter(({ state }) => state === 'refused')
        .map(({ value }) => value)
        .toSorted(),
    ).toEqual(bad.map(({ value }) => value).toSorted())
    // Only the eight whose ACK was lost have none.
    const requestIds = told.flatMap(({ requestId }) => requestId ?? [])
    expect(requestIds).toHaveLength(952)
    expect(new Set(requestIds).size).toBe(952)
    const { id: definitionId } = await definitionOf(api)
    for (const [at, customerId] of good.entries()) {
      if (at % 20) continue
      const values = await api.get<ExternalParam>(`${await own(api)}/external-params/customer/${customerId}`)
      expect(values.content.find(({ extParamConfigId }) => extParamConfigId === definitionId)?.value).toBe(`v${at}`)
    }
  } finally {
    await instance.stop()
  }
})

test('ids and exact names are told apart from what nobody is called and from what two are called', async ({
  api,
  sandbox,
}) => {
  const name = `Äcme ${randomUUID()}`
  const customerId = await sandbox.create({ ...minimalBody(), name })
  const customers = [name, ` ${name.normalize('NFD')} `, customerId.toUpperCase(), name.toUpperCase(), randomUUID()]
  const { content } = await api.post('/api/v2/value-import/resolve', { customers })
  expect(content).toEqual([
    { customer: customers[0], customerIds: [customerId] },
    { customer: customers[1], customerIds: [customerId] },
    { customer: customers[2], customerIds: [customerId] },
    { customer: customers[3], customerIds: [] },
    { customer: customers[4], customerIds: [] },
  ])
})

test('what is no row is refused with every fault at its place, and nothing of the chunk is kept', async ({ api }) => {
  const id = randomUUID()
  const { id: definitionId } = await definitionOf(api)
  await api.post('/api/v2/value-import', { id, definitionId, rowCount: 2 })
  const rows = [row(1, randomUUID()), { line: 0, customer: 7, value: 'x', extra: 1 }]
  const answer = await api.post(`/api/v2/value-import/${id}/rows`, { rows })
  expect([answer.status, answer.errorCode]).toEqual([422, 'CUSTOMER_1025'])
  expect(answer.errors.map(({ path, code }) => [path.join('.'), code])).toEqual([
    ['rows.1.line', 'tooSmall'],
    ['rows.1.customer', 'wrongType'],
    ['rows.1.extra', 'unknownElement'],
  ])
  const tooMany = await api.post(`/api/v2/value-import/${id}/rows`, {
    rows: Array.from({ length: maxChunkRows + 1 }, (_, at) => row(at + 1, randomUUID())),
  })
  expect(tooMany.errors.map(({ path, code }) => [path, code])).toEqual([[['rows'], 'tooManyValues']])
  expect((await importAt(api, `/api/v2/value-import/${id}`)).counts.waiting).toBe(0)
})

test('an import is for a definition of sub-customers, of the own parent', async ({ api, apiAs }) => {
  const definitions = await api.get<ExternalParamDefinition>(`${await own(api)}/external-params-config`)
  const ofPlans = definitions.content.find(({ entityType }) => entityType === 'plan')
  for (const definitionId of [ofPlans?.id, randomUUID(), (await definitionOf(await apiAs('foreigner'))).id]) {
    const answer = await api.post('/api/v2/value-import', { id: randomUUID(), definitionId, rowCount: 1 })
    expect([answer.status, answer.errorCode]).toEqual([422, 'CUSTOMER_1025'])
    expect(answer.errors.map(({ path, code }) => [path, code])).toEqual([[['definitionId'], 'unknownDefinition']])
  }
})

test('a paused import sends nothing, and each of its requests is recorded with who and what', async ({
  api,
  sandbox,
}) => {
  const customers = await makeCustomers(sandbox, 12)
  await sandbox.fault({ method: 'GET', path: '^.*/external-params/customer/', fault: 'delay', ms: 150, count: 100 })
  await sandbox.fault({ method: 'POST', path: '^.*/external-params/customer/', fault: 'delay', ms: 150, count: 100 })
  const path = await startImport(
    api,
    customers.map((customerId, at) => row(at + 1, customerId)),
  )
  expect((await api.post<ValueImport>(`${path}/pause`, {})).content).toMatchObject([{ state: 'paused' }])
  const open = async () => {
    const { counts } = await importAt(api, path)
    return counts.sending + counts.accepted
  }
  await expect.poll(open).toBe(0)
  const paused = await importAt(api, path)
  expect(paused.counts.waiting).toBeGreaterThan(0)
  const sent = async () =>
    (await sandbox.writes()).filter(({ path: to }) => customers.some((id) => to.endsWith(id))).length
  expect(await sent()).toBe(12 - paused.counts.waiting)
  await api.post(`${path}/resume`, {})
  await ended(api, path)
  expect(await sent()).toBe(12)
  const [first] = (await api.get<ValueImportRow>(`${path}/rows?state=done`)).content
  expect((await api.get(`/api/v2/request/${first?.requestId}`)).content).toMatchObject([
    {
      kind: 'createExternalParams',
      subjectId: first?.customerId,
      status: 'SUCCESS',
      changes: [{ after: first?.value }],
    },
  ])
})
