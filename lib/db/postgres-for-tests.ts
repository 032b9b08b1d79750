import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** For tests: a PostgreSQL server of its own in a temporary folder, installed by apt where the machine has none. */
export async function startPostgres(): Promise<{ url: string; stop: () => void }> {
  const bin = binaries() ?? install()
  const directory = mkdtempSync(join(tmpdir(), 'selfcare-postgres-'))
  const isRoot = process.getuid?.() === 0
  // PostgreSQL refuses to run as root.
  const run = (program: string, ...args: string[]) =>
    isRoot
      ? execFileSync('runuser', ['-u', 'postgres', '--', join(bin, program), ...args], { stdio: 'pipe', cwd: '/' })
      : execFileSync(join(bin, program), args, { stdio: 'pipe' })
  if (isRoot) execFileSync('chown', ['postgres', directory])
  chmodSync(directory, 0o700)
  const data = join(directory, 'data')
  const port = await freePort()
  run('initdb', '--pgdata', data, '--auth', 'trust', '--username', 'selfcare', '--encoding', 'UTF8', '--no-sync')
  const options = `-c port=${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${directory} -c fsync=off`
  run('pg_ctl', '--pgdata', data, '--wait', '--log', join(directory, 'log'), '--options', options, 'start')
  return {
    url: `postgres://selfcare@127.0.0.1:${port}/postgres`,
    stop: () => {
      run('pg_ctl', '--pgdata', data, '--mode', 'immediate', 'stop')
      rmSync(directory, { recursive: true, force: true })
    },
  }
}

const versionsFolder = '/usr/lib/postgresql'

function binaries(): string | undefined {
  const versions = existsSync(versionsFolder) ? readdirSync(versionsFolder).sort() : []
  return versions
    .map((version) => join(versionsFolder, version, 'bin'))
    .findLast((bin) => existsSync(join(bin, 'initdb')))
}

function install(): string {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', 'postgresql']]) {
    const [program = '', ...rest] = [...sudo, 'apt-get', '-qq', ...args]
    spawnSync(program, rest, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  }
  const bin = binaries()
  if (!bin) throw new Error('PostgreSQL is needed for this test and could not be installed: apt-get install postgresql')
  return bin
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
