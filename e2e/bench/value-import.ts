import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { ApiClient } from '@/e2e/fixtures/api-client'
import { ConsoleUnderTest } from '@/e2e/fixtures/console-under-test'
import { demoUsers } from '@/e2e/fixtures/demo-users'
import { SandboxClient } from '@/e2e/fixtures/sandbox-client'
import type { ExternalParam } from '@/lib/contract/external-param'
import type { ValueImport } from '@/lib/contract/value-import'
import { cell } from './figures'

/**
 * `npm run bench value-import`: values through an import, against a client that makes the same calls straight at the sandbox (what stands is read,
 * the value is written, the request is followed to its end) with as many at a time, and against one that only writes. Alternating rounds of
 * one run; only the ratios mean something on another machine.
 */

const customers = 300
const rounds = 3
/** As many as the console's worker sends at a time. */
const atOnce = 4

const instance = await ConsoleUnderTest.start({ SANDBOX_DELAY_MS: '0', LOG_LEVEL: 'warn' })
try {
  await measure()
} finally {
  await instance.stop()
}

async function measure(): Promise<void> {
  const api = await ApiClient.signIn(instance.origin, demoUsers.admin)
  const sandbox = new SandboxClient(instance.sandboxOrigin)
  const parent = `/api/v2/customer/${await sandbox.customerId()}`
  const definitions = await api.get<{ id: string; entityType: string }>(`${parent}/external-params-config`)
  const definitionId = definitions.content.find(({ entityType }) => entityType === 'customer')?.id ?? ''
  const ids: string[] = []
  const make = async () =>
    void ids.push(await sandbox.create({ status: 'ACTIVE', currency: 'EUR', name: randomUUID() }))
  await inLanes(Array.from({ length: customers }), make)
  const paramIds = new Map<string, string>()
  const read = async (id: string) => {
    const answer = await sandbox.send('GET', `${parent}/external-params/customer/${id}`)
    const { content } = (await answer.json()) as { content: ExternalParam[] }
    const param = content.find(({ extParamConfigId }) => extParamConfigId === definitionId)
    if (param) paramIds.set(id, param.id)
  }
  const write = async (id: string) => {
    const answer = await sandbox.send('PUT', `${parent}/external-params/${paramIds.get(id)}`, { value: randomUUID() })
    if (!answer.ok) throw new Error(`a write answered ${answer.status}`)
    return ((await answer.json()) as { content: [{ requestId: string }] }).content[0].requestId
  }
  const runs: Record<string, () => Promise<unknown>> = {
    import: () => imported(api, definitionId, ids),
    'client, the same calls': async () => {
      const requestIds: string[] = []
      await inLanes(ids, async (id) => {
        await read(id)
        requestIds.push(await write(id))
      })
      await inLanes(requestIds, (requestId) => sandbox.end(requestId))
    },
    'client, writes alone': () => inLanes(ids, write),
  }
  // The first round makes the values and pays for compilation.
  await runs.import?.()
  await inLanes(ids, read)
  const seconds: Record<string, number> = {}
  for (let round = 0; round < rounds; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const started = performance.now()
      await run()
      seconds[name] = (seconds[name] ?? 0) + (performance.now() - started) / 1000
    }
  }
  console.log(`${rounds} alternating rounds of ${customers} values, ${atOnce} at a time\n`)
  console.log(`${''.padEnd(28)}values/s`)
  const perSecond = Object.entries(seconds).map(([name, of]) => ({ name, rate: (rounds * customers) / of }))
  for (const { name, rate } of perSecond) console.log(`${name.padEnd(28)}${cell(rate)}`)
  const [through, ...others] = perSecond
  console.log('')
  for (const { name, rate } of others)
    console.log(`import / ${name.padEnd(28)}× ${((through?.rate ?? 0) / rate).toFixed(2)}`)
}

/** From the first call of an import to the end of its last request. */
async function imported(api: ApiClient, definitionId: string, ids: string[]): Promise<void> {
  const id = randomUUID()
  const rows = ids.map((customerId, at) => ({ line: at + 1, customer: customerId, customerId, value: randomUUID() }))
  await api.post('/api/v2/value-import', { id, definitionId, rowCount: rows.length })
  await api.post(`/api/v2/value-import/${id}/rows`, { rows })
  await api.post(`/api/v2/value-import/${id}/start`, {})
  for (;;) {
    const [at] = (await api.get<ValueImport>(`/api/v2/value-import/${id}`)).content
    if (at?.counts.done === ids.length) return
    if (at?.state === 'ended') throw new Error(`an import ended with ${JSON.stringify(at.counts)}`)
    await delay(100)
  }
}

async function inLanes<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  let next = 0
  const lane = async () => {
    while (next < items.length) await work(items[next++] as Item)
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
}
