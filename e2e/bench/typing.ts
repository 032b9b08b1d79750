import { type CDPSession, chromium, type Page } from '@playwright/test'
import { chromiumArgs, findChromium } from '@/.ci/find-chromium'
import { ApiClient } from '@/e2e/fixtures/api-client'
import { ConsoleUnderTest } from '@/e2e/fixtures/console-under-test'
import { fullBody } from '@/e2e/fixtures/customer-body'
import { demoUsers } from '@/e2e/fixtures/demo-users'
import { SandboxClient } from '@/e2e/fixtures/sandbox-client'
import { cookiesOf } from '@/e2e/fixtures/session-cookies'
import { cell, quantile } from './figures'

/**
 * `npm run bench typing`: from a key to the paint after it, in a field of the longest form (five addresses, all open) and in a bare input that
 * is put onto the same page, in alternating rounds of one run with the CPU slowed down four times. The form may cost one frame more.
 */

const slowDown = 4
const rounds = 12
const keysPerRound = 25
/** Between two keys of a fast typist, in milliseconds. */
const betweenKeysMs = 60
const frameMs = 1000 / 60
const bareId = 'bare-input'

const instance = await ConsoleUnderTest.start()
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs })
try {
  const sandbox = new SandboxClient(instance.sandboxOrigin)
  const [address] = fullBody().address
  const id = await sandbox.create(fullBody({ address: Array.from({ length: 5 }, () => address) }))
  const api = await ApiClient.signIn(instance.origin, demoUsers.admin)
  const context = await browser.newContext({ baseURL: instance.origin })
  await context.addCookies(cookiesOf(api, instance.origin))
  const page = await context.newPage()
  await page.goto(`/customers/${id}/addresses`)
  await page.locator('[name="address.4.city"]').waitFor()
  await page.evaluate((bare) => {
    const input = Object.assign(document.createElement('input'), { id: bare })
    document.querySelector('main')?.prepend(input)
  }, bareId)
  const cdp = await context.newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowDown })
  const ms = { bare: [] as number[], form: [] as number[] }
  const targets = { bare: `#${bareId}`, form: '[name="address.4.city"]' }
  // The first round pays for compilation.
  for (let round = -1; round < rounds; round++) {
    for (const which of ['bare', 'form'] as const) {
      const measured = await typed(page, cdp, targets[which])
      if (round >= 0) ms[which].push(...measured)
    }
  }
  console.log(`key to paint, CPU slowed down × ${slowDown}, ${rounds} alternating rounds of ${keysPerRound} keys\n`)
  console.log(`${''.padEnd(24)}  p50 ms      p95 ms`)
  for (const [which, values] of Object.entries(ms)) {
    console.log(which.padEnd(24) + [0.5, 0.95].map((q) => cell(quantile(values, q))).join(''))
  }
  const [bare, form] = [quantile(ms.bare, 0.95), quantile(ms.form, 0.95)]
  console.log(`\nform / bare input, p95: × ${(form / bare).toFixed(2)}`)
  console.log(`target: at most one frame (${frameMs.toFixed(1)} ms) more; ${form - bare <= frameMs ? 'met' : 'MISSED'}`)
} finally {
  await browser.close()
  await instance.stop()
}

/** Types into a field; the time from each key to the task after the paint that follows it, in milliseconds. */
async function typed(page: Page, cdp: CDPSession, selector: string): Promise<number[]> {
  await page.locator(selector).focus()
  const taken = page.evaluate(
    (keys) =>
      new Promise<number[]>((resolve) => {
        const times: number[] = []
        const over = new AbortController()
        addEventListener(
          'keydown',
          ({ timeStamp }) =>
            requestAnimationFrame(() => {
              const channel = new MessageChannel()
              channel.port1.onmessage = () => {
                times.push(performance.now() - timeStamp)
                if (times.length < keys) return
                over.abort()
                resolve(times)
              }
              channel.port2.postMessage(undefined)
            }),
          { capture: true, signal: over.signal },
        )
      }),
    keysPerRound,
  )
  for (let key = 0; key < keysPerRound; key++) {
    const text = String.fromCharCode(97 + (key % 26))
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key: text, text })
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text })
    await new Promise((resolve) => setTimeout(resolve, betweenKeysMs))
  }
  return taken
}
