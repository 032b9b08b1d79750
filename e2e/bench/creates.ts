import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@/e2e/fixtures/free-port'
import { cell, quantile } from './figures'

/**
 * `npm run bench creates`: creates through the console against the same creates straight at the sandbox, and against the console answering
 * an empty route, in alternating rounds of one run. Only the ratios mean something on another machine.
 */

const rounds = 6
const callsPerRound = 200
const workers = 8

type Call = (worker: number) => Promise<unknown>
type Sample = { ms: number[]; seconds: number }

const directory = mkdtempSync(join(tmpdir(), 'selfcare-bench-'))
const [port, sandboxPort] = await Promise.all([freePort(), freePort()])
const consoleOrigin = `http://127.0.0.1:${port}`
const sandboxOrigin = `http://127.0.0.1:${sandboxPort}`
const demo = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'lib/launch/demo.ts'], {
  env: {
    ...process.env,
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    DATA_DIR: directory,
    LOG_LEVEL: 'warn',
  },
  stdio: ['ignore', 'pipe', 'inherit'],
})
try {
  await ready()
  await measure()
} finally {
  demo.kill('SIGTERM')
  await new Promise((resolve) => demo.once('exit', resolve))
  rmSync(directory, { recursive: true, force: true })
}

async function measure(): Promise<void> {
  const customerId = await ownCustomerId()
  const token = await apiToken()
  // The console limits the calls of one session, so each worker has one of its own.
  const cookies = await Promise.all(Array.from({ length: workers }, signIn))
  const calls: Record<string, Call> = {
    'console, create': (worker) =>
      post(`${consoleOrigin}/api/v2/customer/${customerId}`, newCustomer(), {
        cookie: cookies[worker] ?? '',
        'idempotency-key': randomUUID(),
      }),
    'sandbox, create': () =>
      post(`${sandboxOrigin}/api/v2/customer/${customerId}`, newCustomer(), { authorization: `Bearer ${token}` }),
    'console, empty route': () => get(`${consoleOrigin}/api/health/live`),
  }
  const samples: Record<string, Sample> = {}
  // The first calls pay for compilation and for connections.
  for (const call of Object.values(calls)) await run(call, 40)
  const before = memories()
  for (let round = 0; round < rounds; round++) {
    for (const [name, call] of Object.entries(calls)) {
      const { ms, seconds } = await run(call, callsPerRound)
      const sample = samples[name] ?? { ms: [], seconds: 0 }
      samples[name] = { ms: [...sample.ms, ...ms], seconds: sample.seconds + seconds }
    }
  }
  report(samples, before, memories())
}

async function run(call: Call, count: number): Promise<Sample> {
  const ms: number[] = []
  let left = count
  const started = performance.now()
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      while (left-- > 0) {
        const callStarted = performance.now()
        await call(worker)
        ms.push(performance.now() - callStarted)
      }
    }),
  )
  return { ms, seconds: (performance.now() - started) / 1000 }
}

function report(samples: Record<string, Sample>, before: Memories, after: Memories): void {
  console.log(`${rounds} alternating rounds of ${callsPerRound} calls each, ${workers} at a time\n`)
  console.log(`${''.padEnd(24)}calls/s      p50 ms      p95 ms`)
  const figures = Object.entries(samples).map(([name, { ms, seconds }]) => {
    const row = { name, perSecond: ms.length / seconds, p50: quantile(ms, 0.5), p95: quantile(ms, 0.95) }
    console.log(`${name.padEnd(24)}${cell(row.perSecond)}${cell(row.p50)}${cell(row.p95)}`)
    return row
  })
  const [through, ...others] = figures
  if (!through) return
  console.log('')
  for (const other of others) {
    const ratios = [through.perSecond / other.perSecond, through.p50 / other.p50, through.p95 / other.p95]
    console.log(
      `${`create / ${other.name}`.padEnd(32)}${ratios.map((ratio) => `× ${ratio.toFixed(2)}`.padEnd(12)).join('')}`,
    )
  }
  console.log('\nresident memory, MiB           before       after')
  for (const name of ['console', 'sandbox'] as const)
    console.log(`${name.padEnd(24)}${cell(before[name])}${cell(after[name])}`)
}

type Memories = { console: number; sandbox: number }

/** Resident memory of both processes in MiB; their locks name them. */
function memories(): Memories {
  const of = (name: string) => {
    const { pid } = JSON.parse(readFileSync(join(directory, name, 'process.lock'), 'utf8')) as { pid: number }
    const kib = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Number(kib) / 1024
  }
  return { console: of('console'), sandbox: of('sandbox') }
}

function newCustomer() {
  return {
    status: 'ACTIVE',
    name: `Bench ${randomUUID()}`,
    currency: 'EUR',
    contact: {
      firstName: 'Ada',
      lastName: 'Bench',
      mobilePhoneNumber: '+4915123456789',
      identity: [{ idType: 'PASSPORT', idNumber: 'C01X00T47' }],
    },
    address: [
      { street: 'Weg', buildingNumber: '1', zipCode: '10115', city: 'Berlin', country: 'DEU', fullName: 'Ada' },
    ],
  }
}

async function ownCustomerId(): Promise<string> {
  const cookie = await signIn()
  const { content } = (await get(`${consoleOrigin}/api/v2/me`, { cookie })) as { content: [{ customerId: string }] }
  return content[0].customerId
}

async function apiToken(): Promise<string> {
  const body = { username: 'api@liberty.example', password: 'Sandbox-api-1' }
  const { content } = (await post(`${sandboxOrigin}/api/v2/auth/token`, body)) as { content: [{ token: string }] }
  return content[0].token
}

async function signIn(): Promise<string> {
  const response = await fetch(`${consoleOrigin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: consoleOrigin },
    body: JSON.stringify({ email: 'admin@liberty.example', password: 'Selfcare-demo-1', rememberMe: true }),
  })
  if (!response.ok) throw new Error(`sign-in answered ${response.status}`)
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

async function post(url: string, body: unknown, headers: Record<string, string> = {}): Promise<unknown> {
  return answerOf(
    await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  )
}

async function get(url: string, headers: Record<string, string> = {}): Promise<unknown> {
  return answerOf(await fetch(url, { headers }))
}

async function answerOf(response: Response): Promise<unknown> {
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`)
  return response.json()
}

async function ready(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    demo.once('exit', (status) => reject(new Error(`the demo ended with status ${status}`)))
    demo.stdout?.on('data', (chunk: Buffer) => {
      if (chunk.includes('Ready:')) resolve()
    })
  })
}
