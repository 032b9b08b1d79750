import type { Page } from '@playwright/test'
import { minimalBody, uniqueName } from '@/e2e/fixtures/customer-body'
import { type DemoUser, demoUsers } from '@/e2e/fixtures/demo-users'
import { KillableBrowser } from '@/e2e/fixtures/killable-browser'
import { storedInBrowser } from '@/e2e/fixtures/stored-in-browser'
import { expect, test } from '@/e2e/fixtures/test'
import { SignInPage } from '@/e2e/pages/sign-in-page'

const control = (page: Page, name: string) => page.locator(`[name="${name}"]`)
const offer = (page: Page) => page.getByRole('status').filter({ hasText: 'You have unsaved changes' })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** The drafts that the browser holds, sealed. */
async function sealedDrafts(page: Page): Promise<string[]> {
  return (await storedInBrowser(page)).filter(({ key }) => key.includes('editCustomer')).map(({ value }) => value)
}

/** Waits until the browser holds one draft, and another one than before. Returns it, sealed. */
async function keptDraft(page: Page, before?: string): Promise<string> {
  await expect.poll(async () => (await sealedDrafts(page)).filter((draft) => draft !== before)).toHaveLength(1)
  return (await sealedDrafts(page))[0] ?? ''
}

/** Opens a page about a customer whose form can be used. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('button', { name: 'Review changes' })).toBeEnabled()
}

/** Opens a page that asks for a session, and signs in there. */
async function openSigningIn(page: Page, path: string, user: DemoUser): Promise<void> {
  await page.context().clearCookies()
  await page.goto(path)
  const signIn = new SignInPage(page)
  await expect(signIn.submitButton).toBeEnabled()
  await signIn.signIn(demoUsers[user])
  await page.waitForURL(path)
}

test('what was typed before the browser was killed is offered with its age, and comes back only when asked for', async ({
  sandbox,
  instance,
  launchOptions,
  locale,
  timezoneId,
  viewport,
}) => {
  test.setTimeout(120_000)
  const stands = uniqueName('Stands')
  const typed = uniqueName('Typed')
  const path = `/customers/${await sandbox.create(minimalBody({ name: stands }))}`
  const browser = new KillableBrowser({ ...launchOptions, baseURL: instance.origin, locale, timezoneId, viewport })
  try {
    let page = await browser.start()
    await openSigningIn(page, path, 'admin')
    await control(page, 'name').fill(typed)
    await keptDraft(page)
    await browser.kill()

    page = await browser.start()
    await openSigningIn(page, path, 'admin')
    await expect(offer(page)).toContainText(/You have unsaved changes from (now|\d+ seconds? ago|1 minute ago)\./)
    await expect(control(page, 'name')).toHaveValue(stands)
    await expect(page.getByText('No changes', { exact: true })).toBeVisible()

    await press(page, 'Restore draft')
    await expect(page.getByText('Draft restored.')).toBeFocused()
    await expect(offer(page)).toBeHidden()
    await expect(control(page, 'name')).toHaveValue(typed)
    await press(page, 'Review changes')
    const review = page.getByRole('dialog', { name: 'Review changes' })
    await expect(review.getByRole('row').filter({ hasText: typed })).toContainText(stands)
    await expect(review.getByRole('rowheader')).toHaveCount(1)
    expect(browser.violations()).toEqual([])
  } finally {
    await browser.stop()
  }
})

test('a draft that is discarded is gone for good', async ({ signedInPage: page, sandbox }) => {
  const stands = uniqueName('Stands')
  const path = `/customers/${await sandbox.create(minimalBody({ name: stands }))}`
  await open(page, path)
  await control(page, 'name').fill(uniqueName('Typed'))
  await keptDraft(page)
  await open(page, path)
  await press(page, 'Discard draft')
  await expect(page.getByText('Draft discarded.')).toBeFocused()
  await expect(control(page, 'name')).toHaveValue(stands)
  await expect.poll(() => sealedDrafts(page)).toEqual([])

  await open(page, path)
  // A draft is kept only where none from before is on offer: from here on there will be none.
  await control(page, 'name').fill(uniqueName('Later'))
  await keptDraft(page)
  await expect(offer(page)).toHaveCount(0)
})

test('nothing that was typed or stands can be read in the storage, and identity numbers are not even sealed in it', async ({
  signedInPage: page,
  sandbox,
}) => {
  const clear = {
    name: uniqueName('Stands'),
    firstName: uniqueName('Typed'),
    standing: 'K-4711-08',
    typed: 'P-0815-99',
  }
  const identity = [{ idType: 'PASSPORT', idNumber: clear.standing }]
  const contact = { emailAddress: 'ines@example.com', firstName: 'Ines', mobilePhoneNumber: '+4915123456789', identity }
  const customerId = await sandbox.create(minimalBody({ name: clear.name, contact }))
  const path = `/customers/${customerId}/contact`
  await open(page, path)
  await control(page, 'contact.firstName').fill(clear.firstName)
  const before = await keptDraft(page)
  await control(page, 'contact.identity.0.idNumber').fill(clear.typed)
  await keptDraft(page, before)

  const stored = await storedInBrowser(page)
  expect(stored.map(({ key }) => key).join()).toContain(customerId)
  for (const { storage, key, value } of stored) {
    for (const text of [...Object.values(clear), contact.emailAddress, contact.mobilePhoneNumber]) {
      expect(`${key} ${value} ${unsealedBytes(value)}`, storage).not.toContain(text)
    }
  }
  await open(page, path)
  await press(page, 'Restore draft')
  await expect(control(page, 'contact.firstName')).toHaveValue(clear.firstName)
  await expect(control(page, 'contact.identity.0.idNumber')).toHaveValue(clear.standing)
})

/** The bytes of a stored draft as they would read if they were not sealed. */
function unsealedBytes(value: string): string {
  const [, base64 = ''] = /"sealed":"([^"]*)"/.exec(value) ?? []
  return Buffer.from(base64, 'base64').toString('utf8')
}

test('another user of the same browser is offered nothing, and the draft waits for its own', async ({
  openPage,
  sandbox,
}) => {
  const stands = uniqueName('Stands')
  const typed = uniqueName('Typed')
  const path = `/customers/${await sandbox.create(minimalBody({ name: stands }))}`
  const { page } = await openPage({ user: 'nobody' })
  await openSigningIn(page, path, 'admin')
  await control(page, 'name').fill(typed)
  const kept = await keptDraft(page)

  await openSigningIn(page, path, 'viewer')
  await expect(page.getByRole('heading', { name: stands, level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await expect(offer(page)).toHaveCount(0)
  expect(await page.content()).not.toContain(typed)
  expect(await sealedDrafts(page)).toEqual([kept])

  await openSigningIn(page, path, 'admin')
  await press(page, 'Restore draft')
  await expect(control(page, 'name')).toHaveValue(typed)
})

test('what another tab has kept since is not dropped with one’s own changes', async ({ openPage, sandbox }) => {
  const typed = uniqueName('Second tab')
  const path = `/customers/${await sandbox.create(minimalBody())}`
  const { page: first, context } = await openPage()
  await open(first, path)
  await control(first, 'name').fill(uniqueName('First tab'))
  const ofFirst = await keptDraft(first)

  const second = await context.newPage()
  await open(second, path)
  await press(second, 'Restore draft')
  const restored = await keptDraft(second, ofFirst)
  await control(second, 'name').fill(typed)
  const ofSecond = await keptDraft(second, restored)

  await press(first, 'Discard changes')
  await first.getByRole('dialog').getByRole('button', { name: 'Discard changes' }).click()
  await first.getByRole('link', { name: 'Customers', exact: true }).first().click()
  await first.waitForURL(/\/customers$/)
  await expect(first.getByRole('heading', { name: 'Sub-customers', level: 1 })).toBeVisible()
  expect(await sealedDrafts(first)).toEqual([ofSecond])
  await open(first, path)
  await press(first, 'Restore draft')
  await expect(control(first, 'name')).toHaveValue(typed)
})
