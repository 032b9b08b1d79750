import type { Page } from '@playwright/test'
import { expect, test } from '@playwright/test'
import { ApiClient } from '@/e2e/fixtures/api-client'
import { ConsoleUnderTest } from '@/e2e/fixtures/console-under-test'
import { minimalBody } from '@/e2e/fixtures/customer-body'
import { demoUsers } from '@/e2e/fixtures/demo-users'
import { PageGuards } from '@/e2e/fixtures/page-guards'
import { SandboxClient } from '@/e2e/fixtures/sandbox-client'
import { cookiesOf } from '@/e2e/fixtures/session-cookies'
import { CreateCustomerPage } from '@/e2e/pages/create-customer-page'
import { RequestPage } from '@/e2e/pages/request-page'

/** An instance of its own, because it is killed. */

/** Loads the page anew. A page that has just lost its server may be loading itself anew, which takes the place of ours. */
async function reload(page: Page): Promise<void> {
  await expect(async () => {
    await page.reload()
  }).toPass()
}

test('what was accepted survives SIGKILL of both processes at any moment, and is carried out once', async ({
  browser,
}) => {
  test.setTimeout(240_000)
  // Slow enough that the kill strikes while the request is OPEN.
  const instance = await ConsoleUnderTest.start({ SANDBOX_DELAY_MS: '4000' })
  try {
    const session = await ApiClient.signIn(instance.origin, demoUsers.admin)
    const context = await browser.newContext({ baseURL: instance.origin })
    await context.addCookies(cookiesOf(session, instance.origin))
    const page = await context.newPage()
    const form = new CreateCustomerPage(page)
    const { name, currency } = minimalBody()
    await form.goto()
    await form.fill({ name, currency })
    const requestId = await form.submitAccepted()
    const request = new RequestPage(page)
    await request.expectStatus('In progress')

    await instance.kill()
    await expect(fetch(`${instance.origin}/api/health/live`)).rejects.toThrow()
    await expect(fetch(`${instance.sandboxOrigin}/api/v2/global/country`)).rejects.toThrow()
    await instance.restart()

    // The session, the recorded request and the sandbox's queue are still there.
    const guards = await PageGuards.watch(page)
    await reload(page)
    await request.expectStatus('Successful')
    await request.openSubCustomer.click()
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
    const sandbox = new SandboxClient(instance.sandboxOrigin)
    expect(await sandbox.named(name)).toHaveLength(1)

    // What the page was reading when the processes died has failed in one of many ways, and is no fault of its own.
    guards.allow(/network error|net::ERR_|no answer|Failed to fetch|ChunkLoadError/)
    await instance.kill()
    await instance.restart()
    await reload(page)
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
    expect(await sandbox.named(name)).toHaveLength(1)
    expect(await sandbox.end(requestId)).toBe('SUCCESS')
    expect(guards.violations()).toEqual([])
    await context.close()
  } finally {
    await instance.stop()
  }
})
