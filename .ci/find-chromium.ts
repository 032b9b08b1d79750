import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'

/** Where distributions and Chrome's own packages put a browser; first the one without windows, which takes less of the machine. */
const usualPaths = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const advice = [
  'No Chromium was found, and none could be installed.',
  'Install one (`apt-get install chromium fonts-dejavu-core`, or `npx playwright install chromium`), or name it: CHROMIUM_PATH=/path/to/chromium npm test',
].join('\n')

/**
 * The Chromium that browser tests use: CHROMIUM_PATH, else one that is installed, else one that this gets.
 * @returns the path of its executable
 * @throws Error that says what to do when there is none and none can be had
 */
export function findChromium(): string {
  const named = process.env.CHROMIUM_PATH
  if (named && !works(named)) throw new Error(`CHROMIUM_PATH names ${named}, which shows no page.`)
  return named || installed() || downloaded() || packaged() || fail()
}

function installed(): string | undefined {
  return [...usualPaths, chromium.executablePath()].find((path) => existsSync(path) && works(path))
}

/** Playwright's own build. It may be there and still not work, for want of system libraries. */
function downloaded(): string | undefined {
  console.error('No Chromium here: downloading one …')
  run('npx', ['playwright', 'install', 'chromium'])
  return installed()
}

/** The distribution's package, which brings its libraries along, and a font. */
function packaged(): string | undefined {
  if (platform() !== 'linux') return undefined
  console.error('Installing a package of Chromium …')
  const rights = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const apt = (...args: string[]) => {
    const [command = '', ...rest] = [...rights, 'apt-get', ...args]
    return run(command, rest)
  }
  const install = (name: string) =>
    apt('install', '-y', '--no-install-recommends', name, 'fonts-dejavu-core') ? installed() : undefined
  // Not every release has the one without windows.
  return apt('update') ? (install('chromium-headless-shell') ?? install('chromium')) : undefined
}

/** What a command prints goes to standard error: standard output is for the path alone. */
function run(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], env }).status === 0
}

/**
 * Whether it shows a form. Ubuntu's chromium-browser is a script that only asks for a snap, a browser may want for a library, and without
 * a single font Chromium dies of the first input: a file that exists, and even one that tells its version, need not be a browser.
 */
function works(path: string): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'find-chromium-'))
  try {
    const picture = join(folder, 'page.png')
    const page = 'data:text/html,<input value=works>'
    const args = [...chromiumArgs, '--headless', `--user-data-dir=${folder}`, `--screenshot=${picture}`, page]
    const { status } = spawnSync(path, args, { stdio: 'ignore', timeout: 60_000 })
    return status === 0 && existsSync(picture)
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

function fail(): never {
  throw new Error(advice)
}

/** Arguments under which Chromium runs alike everywhere and calls nobody. Root may not use the sandbox of Chromium. */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(findChromium())
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
}
