import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildWhenNeeded } from '@/lib/launch/build'
import { type Child, ended, isTaken, leaveWithParent, startChild, stopChild, waitFor } from '@/lib/launch/child'
import { demoParents, demoPassword } from '@/lib/launch/demo-accounts'
import { demoSecret } from '@/lib/launch/secret'

/**
 * `npm run demo` and, with `--dev`, `npm run dev`: the sandbox, and the console in front of it, with demo data. Ends when one of the two
 * ends or when it is told to.
 */
async function main(): Promise<void> {
  const development = process.argv.includes('--dev')
  const port = portOf('PORT', 3000)
  const sandboxPort = portOf('SANDBOX_PORT', 4010)
  const dataDir = resolve(process.env.DATA_DIR || '.data')
  for (const [name, taken] of [
    ['PORT', port],
    ['SANDBOX_PORT', sandboxPort],
  ] as const) {
    if (await isTaken(taken))
      throw new Error(`${name}: something listens on ${taken} already; end it or choose another port.`)
  }
  if (!development) buildWhenNeeded()
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const variables = {
    PORT: String(port),
    SANDBOX_PORT: String(sandboxPort),
    DATA_DIR: dataDir,
    // The demo's accounts are the sandbox's: another platform that stands in the environment must not be sent their passwords.
    PLATFORM_URL: `http://127.0.0.1:${sandboxPort}`,
    AUTH_SECRET: process.env.AUTH_SECRET || demoSecret(dataDir),
    NEXT_TELEMETRY_DISABLED: '1',
  }
  Object.assign(process.env, variables)

  const children: Child[] = []
  let stopping = false
  const stop = async (status: number): Promise<never> => {
    stopping = true
    await Promise.all(children.map(stopChild))
    process.exit(status)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop(0))
  // npm runs a script through a shell and, told to end, ends the shell alone: nobody would ever end this process.
  if (process.env.npm_lifecycle_event) await import(leaveWithParent)
  try {
    const sandbox = startChild('sandbox', ['--import', 'tsx', 'lib/sandbox/main.ts'], {}, join(dataDir, 'sandbox.log'))
    children.push(sandbox)
    const { PLATFORM_URL } = variables
    await waitFor(sandbox, `${PLATFORM_URL}/api/v2/global/country`, () => true)
    const { seedDemo } = await import('@/lib/launch/seed-demo')
    await seedDemo()
    const command = development ? 'dev' : 'start'
    const next = ['node_modules/next/dist/bin/next', command, '--hostname', '127.0.0.1', '--port', String(port)]
    const mode = development ? 'development' : 'production'
    const console_ = startChild('console', next, { NODE_ENV: mode }, join(dataDir, 'console.log'))
    children.push(console_)
    const origin = `http://127.0.0.1:${port}`
    await waitFor(console_, `${origin}/api/health/ready`, (status) => status === 200, development ? 180_000 : 60_000)
    announce(origin, dataDir)
    const how = await Promise.race(children.map(ended))
    // A signal from the terminal reaches all processes at once: then their end is no news.
    if (stopping) return
    console.error(`${how}; see ${dataDir}/*.log`)
    await stop(1)
  } catch (error) {
    if (stopping) return
    console.error(sentenceOf(error))
    await stop(1)
  }
}

function portOf(name: string, fallback: number): number {
  const text = process.env[name] || String(fallback)
  const port = Number(text)
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) throw new Error(`${name} must be a port from 1 to 65535`)
  return port
}

function announce(origin: string, dataDir: string): void {
  console.log(`Ready: ${origin}\n`)
  console.log(`Demo accounts, password ${demoPassword}:`)
  for (const { customerName, policy, users } of demoParents) {
    for (const { email, note } of users) {
      console.log(`  ${email.padEnd(24)} ${customerName} (MFA ${policy}${note ? `, ${note}` : ''})`)
    }
  }
  console.log(`\nLogs and data: ${dataDir}\nCtrl+C ends both processes.`)
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause ? `${error.message} (${sentenceOf(error.cause)})` : error.message
}

main().catch((error: unknown) => {
  console.error(sentenceOf(error))
  process.exit(1)
})
