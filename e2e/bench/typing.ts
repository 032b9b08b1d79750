import type { CDPSession, Page } from '@playwright/test'
import { fullBody } from '@/e2e/fixtures/customer-body'
import { withPage } from './browser'
import { cell, quantile, verdict } from './figures'

/**
 * `npm run bench typing`: from a key to the paint after it, in a field of the longest form (five addresses, all open) and in a bare input that
 * is put into the same form element (a browser looks at all fields of a form as one types, to fill them in), in alternating rounds of one run
 * with the CPU slowed down four times. The form may cost one frame more.
 */

const slowDown = 4
const rounds = 12
const keysPerRound = 25
/** Between two keys of a fast typist, in milliseconds. */
const betweenKeysMs = 60
const frameMs = 1000 / 60
const bareId = 'bare-input'

await withPage(async (page, sandbox) => {
  const [address] = fullBody().address
  const id = await sandbox.create(fullBody({ address: Array.from({ length: 5 }, () => address) }))
  await page.goto(`/customers/${id}/addresses`)
  await page.locator('[name="address.4.city"]').waitFor()
  await page.evaluate((bare) => {
    const input = Object.assign(document.createElement('input'), { id: bare })
    document.querySelector('main form')?.prepend(input)
  }, bareId)
  const cdp = await page.context().newCDPSession(page)
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
  console.log(`target: at most one frame (${frameMs.toFixed(1)} ms) more; ${verdict(form - bare <= frameMs)}`)
})

/** Types into a field; the time from each key to the task after the paint that follows it, in milliseconds. */
async function typed(page: Page, cdp: CDPSession, selector: string): Promise<number[]> {
  await page.locator(selector).focus()
  await page.evaluate(() => {
    const times: number[] = []
    const over = new AbortController()
    addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () => times.push(performance.now() - timeStamp)
          channel.port2.postMessage(undefined)
        }),
      { capture: true, signal: over.signal },
    )
    Object.assign(window, { typing: { times, over } })
  })
  for (let key = 0; key < keysPerRound; key++) {
    const text = String.fromCharCode(97 + (key % 26))
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', key: text, text })
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key: text })
    await new Promise((resolve) => setTimeout(resolve, betweenKeysMs))
  }
  // Longer than the pause in typing after which the form counts its changes.
  await page.waitForTimeout(500)
  return page.evaluate(() => {
    const { times, over } = (window as unknown as { typing: { times: number[]; over: AbortController } }).typing
    over.abort()
    return times
  })
}
