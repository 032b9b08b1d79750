import { expectAccessible } from '@/e2e/fixtures/axe'
import { fullBody, minimalBody } from '@/e2e/fixtures/customer-body'
import { expect, test } from '@/e2e/fixtures/test'
import { CreateCustomerPage } from '@/e2e/pages/create-customer-page'
import { CustomersPage } from '@/e2e/pages/customers-page'
import { SignInPage } from '@/e2e/pages/sign-in-page'

/**
 * axe on every page and state, in both themes and at both ends of the range of widths. A state is brought about once per width and looked at in
 * both themes.
 */

const widths = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
]

for (const viewport of widths) {
  const at = `at ${viewport.width} px`

  test(`sign-in ${at}`, async ({ openPage }) => {
    const { page } = await openPage({ user: 'nobody', ...viewport })
    const signIn = new SignInPage(page)
    await signIn.goto()
    await expectAccessible(page, 'empty')
    await signIn.submitButton.click()
    await expectAccessible(page, 'with missing entries')
    await signIn.signIn('nobody@example.com')
    await expect(signIn.failure).toBeVisible()
    await expectAccessible(page, 'refused')
  })

  test(`list ${at}`, async ({ openPage, sandbox, api }) => {
    test.setTimeout(120_000)
    const { page, guards } = await openPage(viewport)
    const customers = new CustomersPage(page)
    await customers.goto()
    await expect(customers.names()).toHaveCount(10)
    await expectAccessible(page, 'full')
    await page.getByRole('button', { name: /^Account of/ }).click()
    await expectAccessible(page, 'with the user’s menu open')
    await page.keyboard.press('Escape')
    guards.allow(/^answer 502/)
    await sandbox.hideEnds()
    const { name } = minimalBody()
    await api.post(`/api/v2/customer/${await sandbox.customerId()}`, minimalBody({ name }))
    await customers.goto()
    await expect(customers.row(name).filter({ hasText: 'In progress' })).toBeVisible()
    await expectAccessible(page, 'with a pending row')
    await sandbox.reset()
    await customers.goto('?query=nobody-is-called-this')
    await expect(page.getByText('No sub-customer matches')).toBeVisible()
    await expectAccessible(page, 'without a match')
    await sandbox.fault({ method: 'GET', path: '^/api/v2/customer/[^/]+$', fault: 'garbage', count: 1_000 })
    await page.goto('/customers')
    await expect(page.getByText('Could not load').first()).toBeVisible({ timeout: 30_000 })
    await expectAccessible(page, 'with rows that failed')
    await sandbox.reset()
    await sandbox.fault({ method: 'GET', path: '^/api/v2/customer/[^/]+/child', fault: 'garbage', count: 1_000 })
    await page.goto('/customers')
    await expect(page.getByText('could not be loaded')).toBeVisible({ timeout: 30_000 })
    await expectAccessible(page, 'failed')
  })

  test(`list while it is loading ${at}`, async ({ openPage, sandbox }) => {
    const { page } = await openPage(viewport)
    await sandbox.fault({ method: 'GET', path: '^/api/v2/customer/', fault: 'delay', ms: 2_500, count: 1_000 })
    await page.goto('/customers', { waitUntil: 'domcontentloaded' })
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page, 'loading')
  })

  test(`create form ${at}`, async ({ openPage, sandbox }) => {
    test.setTimeout(180_000)
    const { page } = await openPage(viewport)
    const form = new CreateCustomerPage(page)
    await form.goto()
    await expectAccessible(page, 'fresh')
    for (const button of ['Add address', 'Add address', 'Add identity', 'Add custom field']) {
      await page.getByRole('button', { name: button }).click()
    }
    await form.submit()
    await expect(form.summary).toBeFocused()
    await expectAccessible(page, 'with errors')
    const currency = await form.control('currency')
    await currency.click()
    await currency.fill('eu')
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
    await expectAccessible(page, 'with a combobox open')
    await currency.press('Escape')
    await currency.fill('nothing like it')
    await expect(page.getByText('No match').first()).toBeVisible()
    await expectAccessible(page, 'with a combobox without a match')
    await currency.press('Escape')
    await sandbox.fault({ method: 'POST', path: '/api/v2/customer/', fault: 'delay', ms: 2_500 })
    await page.reload()
    await expect(form.submitButton).toBeEnabled()
    const body = minimalBody()
    await form.fill({ name: body.name, currency: body.currency })
    await form.submit()
    await expect(page.getByText('Sending')).toBeVisible()
    await expectAccessible(page, 'sending')
    await page.waitForURL(/\/requests\//)
  })

  test(`create form after refusals ${at}`, async ({ openPage, sandbox }) => {
    test.setTimeout(120_000)
    const { page, guards } = await openPage(viewport)
    guards.allow(/^answer 50[24]/)
    const form = new CreateCustomerPage(page)
    const body = minimalBody()
    await sandbox.fault({ method: 'POST', path: '/api/v2/customer/', fault: 'nak' })
    await form.goto()
    await form.fill({ name: body.name, currency: body.currency })
    await form.submit()
    await expect(page.getByText('The sub-customer was not created')).toBeVisible()
    await expectAccessible(page, 'refused')
    await sandbox.fault({ method: 'POST', path: '/api/v2/customer/', fault: 'reset' })
    await form.submit()
    await expect(page.getByText('It is not known yet')).toBeVisible()
    await expectAccessible(page, 'of unknown outcome')
    await page.getByRole('button', { name: 'Send as a new request' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page, 'with the dialog open')
  })

  test(`create form of one who may not ${at}`, async ({ openPage }) => {
    const { page } = await openPage({ user: 'viewer', ...viewport })
    await page.goto('/customers/new')
    await expect(page.getByText('You cannot create sub-customers')).toBeVisible()
    await expectAccessible(page, 'closed')
    await new CustomersPage(page).goto()
    await expectAccessible(page, 'list of a read-only user')
  })

  test(`details and requests ${at}`, async ({ openPage, sandbox, api }) => {
    test.setTimeout(120_000)
    const { customerId } = await api.me()
    const path = `/api/v2/customer/${customerId}`
    const [full] = (await api.post(path, fullBody())).content
    const [failed] = (await api.post(path, { ...minimalBody(), name: 'Liberty Wholesale' })).content
    await sandbox.end(String(full?.requestId))
    await sandbox.end(String(failed?.requestId))
    const { page, guards } = await openPage(viewport)
    await page.goto('/customers/ff74dca6-8e7f-4b85-a42b-13860913b370')
    await expect(page.getByText('Sub-customer not found')).toBeVisible()
    await expectAccessible(page, 'no such sub-customer')
    await page.goto(`/requests/${full?.requestId}`)
    await expect(page.getByText('Successful', { exact: true }).first()).toBeVisible()
    await expectAccessible(page, 'successful request')
    await page.goto(`/requests/${failed?.requestId}`)
    await expect(page.getByText('Failed', { exact: true }).first()).toBeVisible()
    await expectAccessible(page, 'failed request')
    await page.goto('/requests')
    await expect(page.getByRole('row').filter({ hasText: 'Failed' }).first()).toBeVisible()
    await expectAccessible(page, 'requests')
    await page.goto('/no/such/page')
    await expectAccessible(page, 'no such page')
    guards.allow(/^answer 502/)
    // Only that one: a policy that cannot be read ends every page.
    await sandbox.fault({ method: 'GET', path: `/api/v2/customer/${full?.id}`, fault: 'garbage', count: 1_000 })
    await page.goto(`/customers/${full?.id}`)
    await expect(page.getByText('could not be loaded')).toBeVisible({ timeout: 30_000 })
    await expectAccessible(page, 'details that failed')
  })
}
