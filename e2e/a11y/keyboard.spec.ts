import { minimalBody } from '@/e2e/fixtures/customer-body'
import { demoPassword, demoUsers } from '@/e2e/fixtures/demo-users'
import { focused, tabTo } from '@/e2e/fixtures/keyboard'
import { expect, test } from '@/e2e/fixtures/test'
import { CreateCustomerPage } from '@/e2e/pages/create-customer-page'
import { RequestPage } from '@/e2e/pages/request-page'

test('a sub-customer is created by keyboard alone, from the sign-in to its details', async ({
  page,
  guards,
  sandbox,
}) => {
  test.setTimeout(120_000)
  expect(guards.violations()).toEqual([])
  const { name } = minimalBody()
  await page.goto('/sign-in')
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled()
  expect((await focused(page)).control).toBe('email')
  await page.keyboard.type(demoUsers.admin)
  await tabTo(page, ({ control }) => control === 'password')
  await page.keyboard.type(demoPassword)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/customers$/)
  await expect(page.getByRole('link', { name: 'Create sub-customer' })).toBeVisible()

  await page.keyboard.press('Tab')
  expect((await focused(page)).name).toBe('Skip to content')
  await page.keyboard.press('Enter')
  await tabTo(page, (stop) => stop.name === 'Create sub-customer')
  await page.keyboard.press('Enter')
  const form = new CreateCustomerPage(page)
  await expect(form.heading).toBeFocused()
  await expect(form.submitButton).toBeEnabled()

  await tabTo(page, ({ field }) => field === 'field-name')
  await page.keyboard.type(name)
  await tabTo(page, ({ field }) => field === 'field-currency')
  await page.keyboard.type('swiss')
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(form.wire('currency')).toHaveValue('CHF')
  await tabTo(page, ({ field }) => field === 'field-isAllowedImeiLock')
  await page.keyboard.press('Space')
  await expect(form.wire('isAllowedImeiLock')).toBeChecked()
  await tabTo(page, (stop) => stop.name === 'Add custom field')
  await page.keyboard.press('Enter')
  await expect(form.wire('customFields.0.keyName')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(form.summary).toBeFocused()
  await tabTo(page, (stop) => stop.name.includes('This is required'))
  await page.keyboard.press('Enter')
  await expect(form.wire('customFields.0.keyName')).toBeFocused()
  await page.keyboard.type('segment')
  await page.keyboard.press('Enter')

  await page.waitForURL(/\/requests\//)
  const request = new RequestPage(page)
  await request.expectStatus('Successful')
  await tabTo(page, (stop) => stop.name === 'Open sub-customer')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/customers\//)
  await expect(page.getByRole('heading', { name, level: 1 })).toBeFocused()
  const [write] = await sandbox.writes()
  expect(write?.body).toMatchObject({
    name,
    currency: 'CHF',
    isAllowedImeiLock: true,
    customFields: [{ keyName: 'segment' }],
  })
})

test('every control of the create form is reached by Tab, in the order in which it is read', async ({
  signedInPage: page,
}) => {
  test.setTimeout(120_000)
  const form = new CreateCustomerPage(page)
  await form.goto()
  for (const button of ['Add identity', 'Add address', 'Add custom field']) {
    await page.getByRole('button', { name: button }).click()
  }
  const inOrder = await page
    .locator('form :is(input, select, textarea):not([tabindex="-1"]):not([type="hidden"])')
    .evaluateAll((controls) => controls.map(({ id }) => id))
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
    window.scrollTo(0, 0)
  })
  await form.heading.focus()
  const reached: string[] = []
  await tabTo(page, ({ name, field }) => {
    if (field) reached.push(field)
    return name === 'Create sub-customer'
  })
  expect(reached.filter((id) => inOrder.includes(id))).toEqual(inOrder)
})

test('Escape closes what is open and gives the focus back', async ({ signedInPage: page }) => {
  await page.goto('/customers')
  const account = page.getByRole('button', { name: /^Account of/ })
  await account.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await expect(account).toBeFocused()
})
