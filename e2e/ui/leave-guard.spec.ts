import type { Page } from '@playwright/test'
import { minimalBody } from '@/e2e/fixtures/customer-body'
import { expect, test } from '@/e2e/fixtures/test'
import { CreateCustomerPage } from '@/e2e/pages/create-customer-page'
import { CustomersPage } from '@/e2e/pages/customers-page'
import { EditCustomerPage } from '@/e2e/pages/edit-customer-page'
import { ExternalParamsPage } from '@/e2e/pages/external-params-page'

const question = (page: Page) => page.getByRole('dialog', { name: 'Leave without saving?' })

/** The form, reached from the list as a person does, so that Back stays in the console. */
async function openForm(page: Page): Promise<CreateCustomerPage> {
  await page.goto('/customers')
  await page.getByRole('link', { name: 'Create sub-customer' }).click()
  const form = new CreateCustomerPage(page)
  await expect(form.submitButton).toBeEnabled()
  return form
}

test('every link asks once, and staying keeps the draft', async ({ signedInPage: page }) => {
  const form = await openForm(page)
  await form.fillOne('name', 'Draft')
  for (const name of ['Cancel', 'All sub-customers', 'Requests', 'Selfcare Console']) {
    await page.getByRole('link', { name, exact: true }).first().click()
    await expect(question(page)).toBeVisible()
    await page.getByRole('button', { name: 'Stay' }).click()
    await expect(question(page)).toBeHidden()
    await expect(form.wire('name')).toHaveValue('Draft')
    expect(new URL(page.url()).pathname).toBe('/customers/new')
  }
  await page.getByRole('link', { name: 'Requests', exact: true }).click()
  await page.getByRole('button', { name: 'Leave' }).click()
  await page.waitForURL(/\/requests$/)
  await expect(page.getByRole('heading', { name: 'Requests', level: 1 })).toBeVisible()
})

test('Back asks, staying keeps address and draft, leaving goes where Back goes', async ({ signedInPage: page }) => {
  const form = await openForm(page)
  await form.fillOne('name', 'Draft')
  await page.getByRole('link', { name: 'Invoice configuration' }).click()
  await page.goBack()
  await expect(question(page)).toBeHidden()
  expect(new URL(page.url()).hash).toBe('')
  for (let round = 0; round < 3; round += 1) {
    await page.evaluate(() => history.back())
    await expect(question(page)).toBeVisible()
    await expect.poll(() => new URL(page.url()).pathname).toBe('/customers/new')
    await page.keyboard.press('Escape')
    await expect(question(page)).toBeHidden()
    await expect(form.wire('name')).toHaveValue('Draft')
  }
  await page.evaluate(() => {
    history.back()
    history.back()
  })
  await expect(question(page)).toBeVisible()
  await expect.poll(() => new URL(page.url()).pathname).toBe('/customers/new')
  await page.getByRole('button', { name: 'Leave' }).click()
  await page.waitForURL(/\/customers$/)
  await expect(page.getByRole('heading', { name: 'Sub-customers', level: 1 })).toBeVisible()
  await page.goForward()
  await page.waitForURL(/\/customers\/new/)
  await expect(form.wire('name')).toHaveValue('')
})

test('Forward asks too', async ({ signedInPage: page }) => {
  const form = await openForm(page)
  await page.getByRole('link', { name: 'Requests', exact: true }).click()
  await page.waitForURL(/\/requests$/)
  await page.goBack()
  await expect(form.submitButton).toBeEnabled()
  await form.fillOne('name', 'Draft')
  await page.evaluate(() => history.forward())
  await expect(question(page)).toBeVisible()
  await expect.poll(() => new URL(page.url()).pathname).toBe('/customers/new')
  await page.getByRole('button', { name: 'Leave' }).click()
  await page.waitForURL(/\/requests$/)
  await expect(page.getByRole('heading', { name: 'Requests', level: 1 })).toBeVisible()
})

test('two SIMs with something unsaved ask once, also where one of them is folded away', async ({
  signedInPage: page,
}) => {
  await page.goto('/settings/external-parameters')
  await page.getByRole('link', { name: 'Own SIMs' }).click()
  await page.waitForURL(/\/subscribers$/)
  const sims = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) })
  for (const at of [0, 1]) {
    const sim = sims.nth(at)
    await sim.getByRole('button', { name: /^Edit values/ }).click()
    await sim.locator('input[name=value]').first().fill(`Unsaved ${at}`)
  }
  await sims
    .nth(0)
    .getByRole('button', { name: /^Close/ })
    .click()
  const link = page.getByRole('link', { name: 'Requests', exact: true })
  const leaves: (() => Promise<unknown>)[] = [() => link.click(), () => page.evaluate(() => history.back())]
  for (const leave of leaves) {
    await leave()
    await expect(question(page)).toBeVisible()
    await expect(page.locator('dialog[open]')).toHaveCount(1)
    await page.getByRole('button', { name: 'Stay' }).click()
    await expect(page.locator('dialog[open]')).toHaveCount(0)
    await expect.poll(() => new URL(page.url()).pathname).toBe('/settings/external-parameters/subscribers')
  }
  await expect(sims.nth(1).locator('input[name=value]').first()).toHaveValue('Unsaved 1')
  await link.click()
  await page.getByRole('button', { name: 'Leave' }).click()
  await page.waitForURL(/\/requests$/)
  await expect(page.getByRole('heading', { name: 'Requests', level: 1 })).toBeVisible()
  await expect(page.locator('dialog[open]')).toHaveCount(0)
})

test("a customer's form and its values are asked about together, and only what a step would lose", async ({
  signedInPage: page,
  sandbox,
}) => {
  const body = minimalBody()
  const id = await sandbox.create(body)
  const edit = new EditCustomerPage(page, id)
  const customers = new CustomersPage(page)
  const params = new ExternalParamsPage(page)
  const leave = page.getByRole('button', { name: 'Leave' })
  const toValues = () =>
    page.getByRole('navigation', { name: 'Parts of this' }).getByRole('link', { name: 'External parameters' }).click()
  await customers.goto(`?query=${encodeURIComponent(body.name)}`)
  await customers.row(body.name).getByRole('link').first().click()
  await expect(edit.reviewButton).toBeEnabled()
  await edit.fillOne('vatRegistrationNumber', 'DRAFT')
  await toValues()
  await params.value('CRM account').fill('CRM-2')
  // The form goes over this page, too: only the value would go.
  await page.getByRole('navigation', { name: 'Parts of this' }).getByRole('link', { name: 'Contact' }).click()
  await leave.click()
  await page.waitForURL(/\/contact$/)
  await toValues()
  await params.value('CRM account').fill('CRM-3')
  const away: (() => Promise<unknown>)[] = [
    () => page.getByRole('link', { name: 'All sub-customers', exact: true }).click(),
    () => page.evaluate(() => history.go(-4)),
  ]
  for (const go of away) {
    await go()
    await expect(page.locator('dialog[open]')).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog[open]')).toHaveCount(0)
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/customers/${id}/external-parameters`)
    await expect(params.value('CRM account')).toHaveValue('CRM-3')
  }
  await page.getByRole('link', { name: 'All sub-customers', exact: true }).click()
  await leave.click()
  await page.waitForURL(/\/customers$/)
  await expect(page.getByRole('heading', { name: 'Sub-customers', level: 1 })).toBeVisible()
  await expect(page.locator('dialog[open]')).toHaveCount(0)
})

test('Back out of a dialog with something unsaved in it asks over the dialog', async ({ signedInPage: page }) => {
  await page.goto('/settings/external-parameters/plans')
  await page.getByRole('link', { name: 'Definitions' }).click()
  await page.waitForURL(/\/external-parameters$/)
  const edited = page.getByRole('dialog').filter({ has: page.locator('form') })
  await page
    .getByRole('button', { name: /^Edit / })
    .first()
    .click()
  await edited.locator('[name=displayName]').clear()
  // With keys, as a person has: a browser has Escape close dialogs together that open without any.
  await edited.locator('[name=displayName]').pressSequentially('Unsaved')
  await page.evaluate(() => history.back())
  await expect(question(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question(page)).toBeHidden()
  await expect(edited.locator('[name=displayName]')).toHaveValue('Unsaved')
  await expect.poll(() => new URL(page.url()).pathname).toBe('/settings/external-parameters')
  await page.evaluate(() => history.back())
  await page.getByRole('button', { name: 'Leave' }).click()
  await page.waitForURL(/\/plans$/)
  await expect(page.locator('dialog[open]')).toHaveCount(0)
})

test('nothing asks before anything is entered, nor after the request was accepted', async ({ signedInPage: page }) => {
  let form = await openForm(page)
  await page.goBack()
  await page.waitForURL(/\/customers$/)
  form = await openForm(page)
  await form.fill(minimalBody())
  await form.submitAccepted()
  await page.getByRole('link', { name: 'Customers', exact: true }).click()
  await page.waitForURL(/\/customers$/)
  await expect(question(page)).toBeHidden()
})

test('Enter in a field leaves the focus on the button while it is sent', async ({ signedInPage: page, sandbox }) => {
  const form = await openForm(page)
  const { name, currency } = minimalBody()
  await sandbox.fault({ method: 'POST', path: '/api/v2/customer/', fault: 'delay', ms: 1500 })
  await form.fill({ currency, name })
  await (await form.control('name')).press('Enter')
  await expect(page.locator('[inert]')).toHaveCount(1)
  await expect(form.submitButton).toBeFocused()
  await page.waitForURL(/\/requests\//)
})

test('the summary follows when an entry is taken off', async ({ signedInPage: page }) => {
  const form = await openForm(page)
  await form.fill({ currency: 'USD' })
  for (let added = 0; added < 2; added += 1) await page.getByRole('button', { name: 'Add address' }).click()
  await form.submit()
  await expect(form.summary).toBeFocused()
  await expect(form.summary).toContainText('Address 2')
  await page.getByRole('button', { name: 'Remove address 1' }).click()
  await expect(form.summary).not.toContainText('Address 2')
  await expect(form.summary).toContainText('Address 1, City')
  await expect(form.summary.locator('.line-through')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Remove address 1' })).toBeFocused()
  await page.getByRole('button', { name: 'Remove address 1' }).click()
  await expect(form.summary).toHaveCount(0)
})
