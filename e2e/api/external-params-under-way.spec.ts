import { ExternalParams } from '@/e2e/fixtures/external-params'
import { SubCustomer } from '@/e2e/fixtures/sub-customer'
import { expect, test } from '@/e2e/fixtures/test'

/** A second write of the same parameter while the first has not ended. */

// Long enough for what a test does while a request is OPEN.
test.use({ sandboxDelayMs: 3_000 })

const outcome = (answer: { status: number; errors: { path: unknown[]; code: string; present?: unknown }[] }) => [
  answer.status,
  ...answer.errors.map(({ path, code, present }) => [path.join('.'), code, present]),
]

test('a value that is being changed is told, another passes, and when the first has ended it passes too', async ({
  api,
  sandbox,
}) => {
  const customer = await SubCustomer.create(sandbox)
  const params = await ExternalParams.of(api, sandbox, 'customer', customer.id)
  const [a, b] = await params.have('A', 'B')
  if (!a || !b) throw new Error('nothing was set')
  const first = await params.put(a, { value: 'first' })
  expect(first.status).toBe(200)
  expect(outcome(await params.put(a, { value: 'second' }))).toEqual([409, ['value', 'changeUnderWay', 'A']])
  expect(outcome(await params.remove([b, a]))).toEqual([409, ['paramId.1', 'changeUnderWay', 'A']])
  expect((await params.put(b, { value: 'other' })).status).toBe(200)
  expect(await params.writes()).toHaveLength(3)
  await sandbox.end(first.content[0]?.requestId ?? '')
  expect((await params.put(a, { value: 'second' })).status).toBe(200)
})

test('a value that is being set is not set a second time, nor is one of three at the same moment', async ({
  api,
  sandbox,
}) => {
  const customer = await SubCustomer.create(sandbox)
  const params = await ExternalParams.of(api, sandbox, 'customer', customer.id)
  const answers = await Promise.all(['a', 'b', 'c'].map((value) => params.create(params.body(value))))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  const both = await params.create(params.body('d', 'e'))
  expect(outcome(both)).toEqual([409, ['externalParams.0.value', 'changeUnderWay', '']])
  expect(await params.writes()).toHaveLength(1)
})

test('a definition that is being made or changed is told', async ({ apiAs, sandbox }) => {
  const api = await apiAs('foreigner')
  const path = `/api/v2/customer/${(await api.me()).customerId}/external-params-config`
  const entry = { name: 'under way' }
  const made = await api.post(`${path}/plan`, { externalParamsConfig: [entry] })
  expect(made.status).toBe(200)
  expect(outcome(await api.post(`${path}/plan`, { externalParamsConfig: [{ name: 'x' }, entry] }))).toEqual([
    409,
    ['externalParamsConfig.1.name', 'changeUnderWay', ''],
  ])
  await expect
    .poll(async () => (await api.get(path)).content.some(({ name }) => name === entry.name), { timeout: 15_000 })
    .toBe(true)
  const { id } = (await api.get(path)).content.find(({ name }) => name === entry.name) ?? {}
  expect((await api.post(`${path}/${id}`, { isSearchable: false })).status).toBe(200)
  expect(outcome(await api.post(`${path}/${id}`, { isSearchable: true, name: 'y' }))).toEqual([
    409,
    ['isSearchable', 'changeUnderWay', true],
    ['name', 'changeUnderWay', 'under way'],
  ])
  expect(outcome(await api.send('DELETE', `${path}/${id}`))).toEqual([409, ['', 'changeUnderWay', 'under way']])
  expect(await sandbox.writes()).toHaveLength(2)
})
