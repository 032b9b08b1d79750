import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDataDir } from './testing/data-dir'
import { client, until } from './testing/sandbox-client'
import { killLeftProcesses, type SandboxProcess, startSandboxProcess } from './testing/sandbox-process'

const dataDirs: string[] = []
const dataDirOf = async (): Promise<string> => {
  const dataDir = await makeDataDir()
  dataDirs.push(dataDir)
  return dataDir
}

afterAll(() => {
  killLeftProcesses()
  for (const dataDir of dataDirs) rmSync(dataDir, { recursive: true, force: true })
})

// A start takes a second or two of a processor, so the tests hand one folder on, each with the process that it leaves running.
describe('the process', () => {
  let dataDir: string
  let running: SandboxProcess
  const start = async (delayMs: number) => {
    running = startSandboxProcess({ DATA_DIR: dataDir, SANDBOX_DELAY_MS: `${delayMs}` })
    await running.listening
  }

  beforeAll(async () => {
    dataDir = await dataDirOf()
    await start(60_000)
  })

  it('tells in one line where it listens', () => {
    expect(running.output()).toMatch(/^Sandbox: http:\/\/127\.0\.0\.1:\d+\n$/)
  })

  it('refuses a folder that a living process uses, and leaves that process alone', async () => {
    const second = startSandboxProcess({ DATA_DIR: dataDir })
    expect(await second.ended).toBe(1)
    expect(second.output()).toMatch(/^Sandbox: .* is in use by process \d+: stop it, or choose another DATA_DIR\n$/)
    expect((await client(() => running.url).as('liberty')).customerId).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('says which port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as { port: number }
    const second = startSandboxProcess({ DATA_DIR: await dataDirOf(), SANDBOX_PORT: `${port}` })
    expect(await second.ended).toBe(1)
    other.close()
    expect(second.output()).toBe(
      `Sandbox: port ${port} is in use: stop what listens there, or choose another SANDBOX_PORT\n`,
    )
  })

  it('says which variable is malformed', async () => {
    const second = startSandboxProcess({ DATA_DIR: dataDir, SANDBOX_DELAY_MS: 'soon' })
    expect(await second.ended).toBe(1)
    expect(second.output()).toBe('Sandbox: SANDBOX_DELAY_MS must be a whole number from 0 to 86400000, is "soon"\n')
  })

  it('ends on SIGTERM with 0, and what it accepted is still to be done', async () => {
    const liberty = await client(() => running.url).as('liberty')
    const sent = { status: 'ACTIVE', currency: 'EUR', name: 'At the last moment' }
    const { body } = await liberty.call('POST', liberty.own, sent)
    expect(await running.end('SIGTERM')).toBe(0)
    expect(running.output().split('\n')).toHaveLength(2)
    expect(existsSync(join(dataDir, 'sandbox', 'process.lock'))).toBe(false)
    await start(120)
    expect(await liberty.end(body.content[0].requestId)).toBe('SUCCESS')
  })

  it('killed at random moments of a burst loses no ACKed request, applies each once and in order, and doubles no customer', async () => {
    const { own, call, create, details, end } = await client(() => running.url).as('liberty')
    const patchedId = await create({ name: 'Patched all the time' })

    const sent: string[] = []
    const acked: { name: string; requestId: string; id: string }[] = []
    const patches: { version: number; requestId: string }[] = []
    let version = 0
    /** Writes until the process is gone. The answer to the last write may be lost, although it was accepted. */
    const writeOn = async (write: () => Promise<void>) => {
      try {
        for (;;) await write()
      } catch (error) {
        if (!(error instanceof TypeError)) throw error
      }
    }
    const createOne = async () => {
      const name = `Burst ${sent.length}`
      sent.push(name)
      const { body } = await call('POST', own, { status: 'ACTIVE', currency: 'EUR', name })
      acked.push({ name, ...body.content[0] })
    }
    const [nordlicht] = (await call('GET', `${own}/child-customers?query=customerName==Nordlicht*`)).body.content
    const valuesPath = `${own}/external-params/customer/${nordlicht.customerId}`
    const readValue = async () => (await call('GET', valuesPath)).body.content[0]
    const { id: valueId } = await readValue()
    const values: { version: number; requestId: string }[] = []
    let valueVersion = 0
    const setOne = async () => {
      const next = ++valueVersion
      const { body } = await call('PUT', `${own}/external-params/${valueId}`, { value: `${next}` })
      values.push({ version: next, requestId: body.content[0].requestId })
    }
    const patchOne = async () => {
      const next = ++version
      const { body } = await call('PATCH', `/api/v2/customer/${patchedId}`, { vatRegistrationNumber: `${next}` })
      patches.push({ version: next, requestId: body.content[0].requestId })
    }

    for (let round = 0; round < 3; round++) {
      const enough = acked.length + 5 + Math.floor(Math.random() * 60)
      const burst = Promise.all([
        writeOn(createOne),
        writeOn(createOne),
        writeOn(createOne),
        writeOn(patchOne),
        writeOn(setOne),
      ])
      await until(async () => (acked.length >= enough ? true : undefined))
      expect(await running.end('SIGKILL')).toBeNull()
      await burst
      await start(120)
    }

    expect(await Promise.all(acked.map(({ requestId }) => end(requestId)))).toEqual(acked.map(() => 'SUCCESS'))
    expect(await Promise.all(patches.map(({ requestId }) => end(requestId)))).toEqual(patches.map(() => 'SUCCESS'))
    expect(await Promise.all(values.map(({ requestId }) => end(requestId)))).toEqual(values.map(() => 'SUCCESS'))

    const listed: { customerId: string; customerName: string }[] = []
    for (let page = 0, pages = 1; page < pages; page++) {
      const query = encodeURIComponent('customerName=="Burst *"')
      const { body } = await call('GET', `${own}/child-customers?size=100&page=${page}&query=${query}`)
      listed.push(...body.content)
      pages = body.pageable.totalPages
    }
    const names = listed.map(({ customerName }) => customerName)
    expect(new Set(names).size).toBe(names.length)
    // What is there was sent, and what was ACKed is there under the id of its ACK.
    expect(names.filter((name) => !sent.includes(name))).toEqual([])
    const idOf = new Map(listed.map(({ customerId, customerName }) => [customerName, customerId]))
    expect(acked.filter(({ name, id }) => idOf.get(name) !== id)).toEqual([])
    expect(acked.length).toBeGreaterThanOrEqual(15)
    // The last version that was ACKed stands, or a later one whose answer was lost.
    const last = Number((await details(patchedId)).vatRegistrationNumber)
    expect(last).toBeGreaterThanOrEqual(patches.at(-1)?.version ?? Number.NaN)
    expect(last).toBeLessThanOrEqual(version)
    const lastValue = Number((await readValue()).value)
    expect(lastValue).toBeGreaterThanOrEqual(values.at(-1)?.version ?? Number.NaN)
    expect(lastValue).toBeLessThanOrEqual(valueVersion)
    expect(await running.end('SIGTERM')).toBe(0)
  }, 120_000)
})

describe('the first start', () => {
  it('may be killed while it makes the database, which leaves nothing that stops the next start', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-test-'))
    dataDirs.push(dataDir)
    const killed = startSandboxProcess({ DATA_DIR: dataDir })
    await until(async () => existsSync(join(dataDir, 'sandbox', 'database.unfinished', 'base')) || undefined)
    expect(await killed.end('SIGKILL')).toBeNull()
    const next = startSandboxProcess({ DATA_DIR: dataDir })
    await next.listening
    const { call, own } = await client(() => next.url).as('liberty')
    expect((await call('GET', `${own}/child-customers`)).body.pageable.totalElements).toBe(40)
    await next.end('SIGTERM')
  }, 120_000)
})
