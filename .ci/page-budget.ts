import { get } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { type Browser, chromium } from '@playwright/test'
import { chromiumArgs, findChromium } from '@/.ci/find-chromium'
import { ApiClient } from '@/e2e/fixtures/api-client'
import { ConsoleUnderTest } from '@/e2e/fixtures/console-under-test'
import { fullBody } from '@/e2e/fixtures/customer-body'
import { demoUsers } from '@/e2e/fixtures/demo-users'
import { SandboxClient } from '@/e2e/fixtures/sandbox-client'
import { cookiesOf } from '@/e2e/fixtures/session-cookies'

/**
 * What the JavaScript of a page weighs on a cold load of the production build. Counted are the bodies, gzip as the server sends them, of every
 * JavaScript file that Chromium asks for until the network is quiet, prefetches and preloads included, each file once. Not counted: headers,
 * the document with its inline scripts, styles, and data (prefetched pages come as data; their scripts count when they are asked for).
 */
const budgets: { path: string; signedIn: boolean; budgetKiB: number }[] = [
  { path: '/sign-in', signedIn: false, budgetKiB: 180 },
  { path: '/customers', signedIn: true, budgetKiB: 240 },
  { path: '/customers/new', signedIn: true, budgetKiB: 250 },
  { path: '/customers/{id}', signedIn: true, budgetKiB: 250 },
  { path: '/customers/{id}/contact', signedIn: true, budgetKiB: 250 },
  { path: '/customers/{id}/addresses', signedIn: true, budgetKiB: 250 },
  { path: '/customers/{id}/invoice', signedIn: true, budgetKiB: 250 },
  { path: '/customers/{id}/requests', signedIn: true, budgetKiB: 250 },
  { path: '/customers/{id}/external-parameters', signedIn: true, budgetKiB: 250 },
  { path: '/settings/external-parameters', signedIn: true, budgetKiB: 250 },
  { path: '/settings/external-parameters/import', signedIn: true, budgetKiB: 250 },
]

const bytesPerKiB = 1024

type Weight = { path: string; files: { url: string; bytes: number }[]; budgetKiB: number }

async function main(): Promise<void> {
  const instance = await ConsoleUnderTest.start()
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs })
  try {
    const api = await ApiClient.signIn(instance.origin, demoUsers.admin)
    const id = await new SandboxClient(instance.sandboxOrigin).create(fullBody())
    const weights: Weight[] = []
    for (const { path, signedIn, budgetKiB } of budgets) {
      const cookies = signedIn ? cookiesOf(api, instance.origin) : []
      weights.push({
        path,
        budgetKiB,
        files: await scriptsOf(browser, instance.origin + path.replace('{id}', id), cookies),
      })
    }
    const over = weights.map(report)
    process.exitCode = over.includes(true) ? 1 : 0
  } finally {
    await browser.close()
    await instance.stop()
  }
}

/** The scripts that a page asks for in a browser that has never seen the console, with their weights. */
async function scriptsOf(
  browser: Browser,
  url: string,
  cookies: ReturnType<typeof cookiesOf>,
): Promise<Weight['files']> {
  const context = await browser.newContext()
  try {
    await context.addCookies(cookies)
    const page = await context.newPage()
    const scripts = new Set<string>()
    page.on('response', (response) => {
      if (/javascript/.test(response.headers()['content-type'] ?? '')) scripts.add(response.url())
    })
    const response = await page.goto(url, { waitUntil: 'networkidle' })
    if (response?.status() !== 200 || page.url() !== url) {
      throw new Error(`${url} answered ${response?.status()} and ended at ${page.url()}`)
    }
    // A page without its scripts would be light indeed.
    if (scripts.size === 0) throw new Error(`${url} asked for no script`)
    return Promise.all([...scripts].map(async (script) => ({ url: script, bytes: await gzipBytes(script) })))
  } finally {
    await context.close()
  }
}

/** Bytes of a file's body as it goes over the wire to a client that takes gzip. */
function gzipBytes(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('error', reject)
      response.on('end', () => {
        const body = Buffer.concat(chunks)
        if (response.statusCode !== 200) return reject(new Error(`${url} answered ${response.statusCode}`))
        // Small files are sent as they are.
        if (response.headers['content-encoding'] === 'gzip') gunzipSync(body)
        resolve(body.length)
      })
    }).on('error', reject)
  })
}

/** Prints a page's figures. Returns whether it is over its budget. */
function report({ path, files, budgetKiB }: Weight): boolean {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const isOver = bytes > budgetKiB * bytesPerKiB
  const kib = (count: number) => (count / bytesPerKiB).toFixed(1).padStart(7)
  console.log(`${path.padEnd(32)} ${kib(bytes)} KiB of ${budgetKiB} in ${files.length} files${isOver ? '  OVER' : ''}`)
  const heaviest = [...files].sort((a, b) => b.bytes - a.bytes).slice(0, isOver ? 12 : 4)
  for (const file of heaviest) console.log(`${' '.repeat(32)} ${kib(file.bytes)} KiB ${new URL(file.url).pathname}`)
  return isOver
}

await main()
