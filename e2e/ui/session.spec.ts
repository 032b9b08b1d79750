import { demoPassword, demoUsers } from '@/e2e/fixtures/demo-users'
import { expect, test } from '@/e2e/fixtures/test'
import { CustomersPage } from '@/e2e/pages/customers-page'
import { SignInPage } from '@/e2e/pages/sign-in-page'

test.describe('signing in', () => {
  test('leads to the list, or to the page that was asked for', async ({ page, guards }) => {
    expect(guards.violations()).toEqual([])
    await page.goto('/requests?status=FAILURE')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    const signIn = new SignInPage(page)
    await expect(signIn.submitButton).toBeEnabled()
    await signIn.signIn(demoUsers.admin)
    await expect(page).toHaveURL(/\/requests\?status=FAILURE$/)
    await page.goto('/')
    await expect(page).toHaveURL(/\/customers$/)
    await expect(page.getByText('Liberty Telecom').first()).toBeVisible()
  })

  for (const next of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/..//evil.example',
    'javascript:alert(1)',
  ]) {
    test(`never leads to another host: next=${next}`, async ({ page, guards, instance }) => {
      expect(guards.violations()).toEqual([])
      const signIn = new SignInPage(page)
      await signIn.goto(`?next=${encodeURIComponent(next)}`)
      await signIn.signIn(demoUsers.admin)
      await expect(page).not.toHaveURL(/sign-in/)
      expect(new URL(page.url()).origin).toBe(instance.origin)
    })
  }

  test('with a wrong password or an unknown user is refused in the same words, and what was typed stays', async ({
    page,
    guards,
  }) => {
    expect(guards.violations()).toEqual([])
    const signIn = new SignInPage(page)
    await signIn.goto()
    await signIn.signIn(demoUsers.admin, 'Wrong-password-1')
    await expect(signIn.failure).toBeVisible()
    const words = await signIn.failure.textContent()
    await expect(signIn.emailAddress).toHaveValue(demoUsers.admin)
    await signIn.signIn('nobody@liberty.example')
    await expect(signIn.failure).toHaveText(words ?? '')
    await signIn.signIn(demoUsers.admin)
    await expect(page).toHaveURL(/\/customers$/)
  })

  test('without e-mail address or password marks the field and sends nothing', async ({ page, guards }) => {
    expect(guards.violations()).toEqual([])
    const sent: string[] = []
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
    const signIn = new SignInPage(page)
    await signIn.goto()
    await signIn.submitButton.click()
    await expect(signIn.emailAddress).toBeFocused()
    await expect(signIn.emailAddress).toHaveAttribute('aria-invalid', 'true')
    await signIn.emailAddress.fill(demoUsers.admin)
    await signIn.submitButton.click()
    await expect(signIn.password).toBeFocused()
    expect(sent).toEqual([])
  })

  test('never puts the password into an address', async ({ page, guards }) => {
    expect(guards.violations()).toEqual([])
    const urls: string[] = []
    page.on('request', (request) => urls.push(request.url()))
    const signIn = new SignInPage(page)
    await signIn.goto()
    await signIn.signIn(demoUsers.admin)
    await expect(page).toHaveURL(/\/customers$/)
    for (const url of urls) expect(url).not.toContain(demoPassword)
  })
})

test('signing out ends the session: no page can be opened any more, not by the back button either', async ({
  page,
  guards,
}) => {
  expect(guards.violations()).toEqual([])
  const signIn = new SignInPage(page)
  await signIn.goto()
  await signIn.signIn(demoUsers.admin)
  const customers = new CustomersPage(page)
  await customers.expectLoaded()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await page.goBack()
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(customers.table).toHaveCount(0)
  for (const path of ['/customers', '/customers/new', '/requests', '/customers/ff74dca6-8e7f-4b85-a42b-13860913b370']) {
    await page.goto(path)
    await expect(page).toHaveURL(/\/sign-in\?next=/)
  }
})

test('a page that stays open when its session ends has one sign in over it, and reads what it asked for', async ({
  openPage,
  sandbox,
}) => {
  const { page, context } = await openPage()
  const customers = new CustomersPage(page)
  await customers.goto()
  const [, second] = await sandbox.children({ size: '10' })
  await context.clearCookies()
  const name = second?.customerName ?? ''
  await customers.search.fill(name)
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await dialog.getByLabel('Password', { exact: true }).fill(demoPassword)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog).toBeHidden()
  await expect(customers.search).toHaveValue(name)
  await expect(customers.table.getByRole('link', { name, exact: true })).toBeVisible()
})

test('another user who signs in over a page gets a fresh one', async ({ openPage }) => {
  const { page, context } = await openPage()
  const customers = new CustomersPage(page)
  await customers.goto()
  await context.clearCookies()
  await customers.search.fill('a')
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await dialog.getByLabel('E-mail address').fill(demoUsers.viewer)
  await dialog.getByLabel('Password', { exact: true }).fill(demoPassword)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('Your role is read only')).toBeVisible()
  await expect(customers.search).toHaveValue('')
})

test('signing out reaches every tab', async ({ openPage, instance }) => {
  const { page, context } = await openPage({ user: 'nobody' })
  const signIn = new SignInPage(page)
  await signIn.goto()
  await signIn.signIn(demoUsers.admin)
  const customers = new CustomersPage(page)
  await customers.expectLoaded()
  const second = await context.newPage()
  await second.goto(`${instance.origin}/requests`)
  await expect(second.getByRole('heading', { level: 1 })).toBeVisible()
  await second.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await expect(second).toHaveURL(/\/sign-in$/)
})

test('the theme is the system’s, can be chosen, and is there from the first paint after a reload', async ({
  openPage,
}) => {
  const { page } = await openPage({ colorScheme: 'dark' })
  await new CustomersPage(page).goto()
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  const dark = await background()
  const choose = async (theme: string) => {
    await page.getByRole('button', { name: /^Account of/ }).click()
    await page.getByRole('menuitemradio', { name: theme }).click()
    await page.keyboard.press('Escape')
  }
  await choose('Light')
  await expect.poll(background).not.toBe(dark)
  const light = await background()
  await page.reload({ waitUntil: 'commit' })
  await page.locator('h1').waitFor()
  expect(await background()).toBe(light)
  await choose('Dark')
  await expect.poll(background).toBe(dark)
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await background()).toBe(dark)
  await choose('System')
  await expect.poll(background).toBe(light)
})

test.describe('a read-only user', () => {
  test('sees everything and is offered nothing to write', async ({ openPage, sandbox }) => {
    const { page } = await openPage({ user: 'viewer' })
    const customers = new CustomersPage(page)
    await customers.goto()
    await expect(customers.names()).toHaveCount(10)
    await expect(customers.createLink).toHaveCount(0)
    await expect(page.getByText('Your role is read only')).toBeVisible()
    await customers.names().first().click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.goto('/customers/new')
    await expect(page.getByText('You cannot create sub-customers')).toBeVisible()
    await expect(page.locator('form')).toHaveCount(0)
    expect(await sandbox.writes()).toEqual([])
  })
})

test('a customer of level four is told that it cannot have sub-customers', async ({ openPage }) => {
  const { page } = await openPage({ user: 'levelFour' })
  await page.goto('/customers')
  await expect(page.getByText('cannot have sub-customers')).toBeVisible()
  await expect(new CustomersPage(page).createLink).toHaveCount(0)
  await page.goto('/customers/new')
  await expect(page.getByText('You cannot create sub-customers')).toBeVisible()
})
