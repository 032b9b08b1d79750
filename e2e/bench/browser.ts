import { chromium, type Page } from '@playwright/test'
import { chromiumArgs, findChromium } from '@/.ci/find-chromium'
import { ApiClient } from '@/e2e/fixtures/api-client'
import { ConsoleUnderTest } from '@/e2e/fixtures/console-under-test'
import { demoUsers } from '@/e2e/fixtures/demo-users'
import { SandboxClient } from '@/e2e/fixtures/sandbox-client'
import { cookiesOf } from '@/e2e/fixtures/session-cookies'

/** A page of Liberty's super admin at a console of its own, with the sandbox behind it. Both end with the work. */
export async function withPage(work: (page: Page, sandbox: SandboxClient) => Promise<void>): Promise<void> {
  const instance = await ConsoleUnderTest.start()
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs })
  try {
    const api = await ApiClient.signIn(instance.origin, demoUsers.admin)
    const context = await browser.newContext({ baseURL: instance.origin, viewport: { width: 1280, height: 800 } })
    await context.addCookies(cookiesOf(api, instance.origin))
    await work(await context.newPage(), new SandboxClient(instance.sandboxOrigin))
  } finally {
    await browser.close()
    await instance.stop()
  }
}
