import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const stampFile = '.next/selfcare-build'

/** What the production build is made of, and what of that it leaves out. */
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'proxy.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tailwind.config.ts',
  'tsconfig.json',
  'package-lock.json',
]

/**
 * Builds the console unless the last build was made of the same sources. What the build prints is shown only when it fails.
 * @throws Error when the build fails
 */
export function buildWhenNeeded(): void {
  const stamp = existsSync('.next/BUILD_ID') && existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : undefined
  if (stamp === fingerprintOf(sources)) return
  console.log('Building the console (once, a minute or so) …')
  build('pipe')
}

/**
 * Builds the console.
 * @throws Error when the build fails
 */
export function build(output: 'pipe' | 'inherit'): void {
  const fingerprint = fingerprintOf(sources)
  rmSync(stampFile, { force: true })
  const built = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', output, output],
    encoding: 'utf8',
  })
  if (built.status !== 0) throw new Error(`${built.stdout ?? ''}\n${built.stderr ?? ''}\nThe build failed.`)
  writeFileSync(stampFile, fingerprint)
}

const leftOut = ['lib/sandbox', 'lib/launch']

function fingerprintOf(paths: readonly string[]): string {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesOf).sort())
    hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function filesOf(path: string): string[] {
  if (!existsSync(path) || leftOut.includes(path)) return []
  if (!statSync(path).isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path]
  return readdirSync(path).flatMap((name) => filesOf(join(path, name)))
}
