import { ApiClient } from '@/e2e/fixtures/api-client'
import { fullBody, minimalBody } from '@/e2e/fixtures/customer-body'
import { demoPassword, demoUsers } from '@/e2e/fixtures/demo-users'
import { cookiesOf } from '@/e2e/fixtures/session-cookies'
import { expect, test } from '@/e2e/fixtures/test'
import { CreateCustomerPage } from '@/e2e/pages/create-customer-page'
import { RequestPage } from '@/e2e/pages/request-page'

/** Whoever refuses, the fault stands at its field, the rest in the summary, and nothing that was typed is lost. */

test('all faults of all sections stand at their fields at once, and the summary leads to each', async ({
  signedInPage: page,
  sandbox,
}) => {
  const form = new CreateCustomerPage(page)
  await form.goto()
  await form.fillOne('contact.emailAddress', 'nobody')
  await form.fillOne('contact.mobilePhoneNumber', '123')
  await page.getByRole('button', { name: 'Add address' }).click()
  await form.fillOne('invoiceConfiguration.paymentDueAfterInvoiceIssued', '1.5')
  await form.fillOne('invoiceConfiguration.vat', '-1')
  await form.fillOne('invoiceConfiguration.invoiceText', `${'é'.repeat(30)}x`)
  for (const _ of [1, 2]) await page.getByRole('button', { name: 'Add custom field' }).click()
  await form.fillOne('customFields.0.keyName', 'same')
  await form.fillOne('customFields.1.keyName', 'same')
  await form.submit()

  await expect(form.summary).toBeFocused()
  const expected = [
    'address.0.buildingNumber',
    'address.0.city',
    'address.0.country',
    'address.0.fullName',
    'address.0.pobox',
    'address.0.street',
    'address.0.zipCode',
    'contact.emailAddress',
    'contact.mobilePhoneNumber',
    'currency',
    'customFields.1.keyName',
    'invoiceConfiguration.invoiceText',
    'invoiceConfiguration.paymentDueAfterInvoiceIssued',
    'invoiceConfiguration.paymentDueUnits',
    'invoiceConfiguration.vat',
  ]
  expect(await form.invalidNames()).toEqual(expected)
  for (const name of expected) await form.expectError(name)
  // One link per fault; the missing identity document is the one that belongs to no control.
  const links = form.summary.getByRole('link')
  await expect(links).toHaveCount(expected.length + 1)
  await links.filter({ hasText: 'ZIP code' }).click()
  await expect(await form.control('address.0.zipCode')).toBeFocused()
  expect(await sandbox.writes()).toEqual([])
})

test('a fault goes away as it is mended, without the layout moving', async ({ signedInPage: page }) => {
  const form = new CreateCustomerPage(page)
  await form.goto()
  const button = page.getByRole('button', { name: 'Add custom field' })
  const top = async () => (await button.boundingBox())?.y
  await form.submit()
  await form.expectError('currency')
  await page.evaluate(() => window.scrollTo(0, 0))
  const before = await top()
  await form.fillOne('currency', 'USD')
  await expect(await form.control('currency')).not.toHaveAttribute('aria-invalid', 'true')
  await page.evaluate(() => window.scrollTo(0, 0))
  expect(await top()).toBe(before)
})

const refusedElements = [
  'name',
  'currency',
  'mfaConfiguration',
  'contact.birthdate',
  'contact.isPrimary',
  'contact.identity.1.idNumber',
  'address.1.country',
  'invoiceConfiguration.vat',
  'customFields.0.keyName',
]

test('what only the platform finds wrong stands at its field just the same, and the draft stays', async ({
  signedInPage: page,
  sandbox,
}) => {
  test.setTimeout(120_000)
  const form = new CreateCustomerPage(page)
  const body = fullBody()
  await sandbox.fault({
    method: 'POST',
    path: '/api/v2/customer/',
    fault: 'nak',
    code: 'GLOBAL_1002',
    errors: refusedElements.map((path) => ({
      path: path.split('.').map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment)),
      code: 'invalid',
      message: 'is invalid',
    })),
  })
  await form.goto()
  await form.fill(body)
  await form.submit()
  await expect(form.summary).toBeFocused()
  expect(await form.invalidNames()).toEqual([...refusedElements].sort())
  for (const name of refusedElements) await form.expectError(name)
  // Mended by nothing but another try: the platform takes it the second time, all of it.
  await form.submitAccepted()
  const writes = await sandbox.writes()
  expect(writes).toHaveLength(2)
  expect(writes[1]?.body).toMatchObject(body)
})

test('a fault of an element that is not on the form stands in the summary', async ({ signedInPage: page, sandbox }) => {
  const form = new CreateCustomerPage(page)
  await sandbox.fault({
    method: 'POST',
    path: '/api/v2/customer/',
    fault: 'nak',
    code: 'GLOBAL_1002',
    errors: [
      { path: ['invoiceConfiguration', 'deviceCost'], code: 'required', message: 'is required' },
      { path: [], code: 'brandNewCode', message: 'no' },
    ],
  })
  await form.goto()
  const { name, currency } = minimalBody()
  await form.fill({ name, currency })
  await form.submit()
  await expect(form.summary).toBeFocused()
  await expect(form.summary).toContainText('Device cost')
  await expect(form.summary).toContainText('2 entries')
  await expect(form.wire('name')).toHaveValue(name)
})

for (const { what, fault, allow } of [
  { what: 'is not available', fault: { fault: 'nak', code: 'GLOBAL_1001' }, allow: true },
  { what: 'gives a code that nobody knows', fault: { fault: 'nak', code: 'CUSTOMER_4711' }, allow: false },
  { what: 'forbids it', fault: { fault: 'nak', code: 'AUTH_1003', httpStatus: 403 }, allow: false },
] as const) {
  test(`when the platform ${what}, the form says so, keeps the draft and may be sent again`, async ({
    signedInPage: page,
    sandbox,
    guards,
  }) => {
    if (allow) guards.allow(/^answer 502: POST/)
    const form = new CreateCustomerPage(page)
    const { name, currency } = minimalBody()
    await sandbox.fault({ method: 'POST', path: '/api/v2/customer/', ...fault })
    await form.goto()
    await form.fill({ name, currency })
    await form.submit()
    const notice = page.getByRole('group', { name: 'The sub-customer was not created' })
    await expect(notice).toBeFocused()
    await expect(form.wire('name')).toHaveValue(name)
    await form.submitAccepted()
    expect((await sandbox.writes()).map(({ status }) => status === 200)).toEqual([false, true])
  })
}

for (const fault of ['reset', 'garbage', 'hang'] as const) {
  test(`when the platform’s answer is lost (${fault}), the user is told that it is unknown, and the console finds out by reading`, async ({
    signedInPage: page,
    sandbox,
    guards,
  }) => {
    guards.allow(/^answer 50[24]: POST/)
    const form = new CreateCustomerPage(page)
    const { name, currency } = minimalBody()
    await sandbox.fault({ method: 'POST', path: '/api/v2/customer/', fault, afterAccept: true })
    // Held back until the message has been seen.
    await sandbox.fault({ method: 'GET', path: '/api/v2/customer/', fault: 'delay', ms: 700, count: 2 })
    await form.goto()
    await form.fill({ name, currency })
    await form.submit()
    await expect(page.getByText('It is not known yet whether your request arrived')).toBeVisible()
    await expect(form.submitButton).toBeDisabled()
    await expect(form.wire('name')).toHaveValue(name)
    await expect(page.getByText('The sub-customer was created')).toBeVisible({ timeout: 30_000 })
    await page.getByRole('link', { name: 'Open the sub-customer' }).click()
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
    expect(await sandbox.writes()).toHaveLength(1)
    expect(await sandbox.named(name)).toHaveLength(1)
  })
}

test('when the connection to the console breaks after it was sent, the console finds out and shows the request', async ({
  signedInPage: page,
  sandbox,
  guards,
}) => {
  guards.allow(/^no answer: POST .*net::ERR_/, /console: Failed to load resource: net::ERR_/)
  const form = new CreateCustomerPage(page)
  const { name, currency } = minimalBody()
  await form.goto()
  await form.fill({ name, currency })
  // The console gets it and answers; the answer does not get through.
  await page.route('**/api/v2/customer/*', async (route) => {
    if (route.request().method() !== 'POST') return route.fallback()
    await route.fetch()
    await route.abort('connectionreset')
  })
  await form.submit()
  await expect(page.getByText('Your request did arrive')).toBeVisible()
  await page.getByRole('link', { name: 'Open the request' }).click()
  await new RequestPage(page).expectStatus('Successful')
  expect(await sandbox.named(name)).toHaveLength(1)
  expect(await sandbox.writes()).toHaveLength(1)
})

test('when the connection to the console breaks before it was sent, nothing was sent and the draft may be', async ({
  signedInPage: page,
  sandbox,
  guards,
}) => {
  guards.allow(/^no answer: POST .*net::ERR_/, /console: Failed to load resource: net::ERR_/)
  const form = new CreateCustomerPage(page)
  const { name, currency } = minimalBody()
  await form.goto()
  await form.fill({ name, currency })
  await page.route(
    '**/api/v2/customer/*',
    (route) => (route.request().method() === 'POST' ? route.abort('connectionrefused') : route.fallback()),
    { times: 1 },
  )
  await form.submit()
  await expect(page.getByText('Nothing was sent')).toBeVisible()
  await expect(form.wire('name')).toHaveValue(name)
  await form.submitAccepted()
  expect(await sandbox.writes()).toHaveLength(1)
})

test('when the session has ended, one signs in over the page: the draft stays, and nothing is sent until asked for again', async ({
  openPage,
  sandbox,
  instance,
}) => {
  const { page, context } = await openPage({ user: 'nobody' })
  const session = await ApiClient.signIn(instance.origin, demoUsers.admin)
  await context.addCookies(cookiesOf(session, instance.origin))
  const form = new CreateCustomerPage(page)
  const { name, currency } = minimalBody()
  await form.goto()
  await form.fill({ name, currency })
  await session.post('/api/auth/sign-out', {})
  await form.submit()
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await expect(dialog.getByLabel('Password', { exact: true })).toBeFocused()
  await expect(dialog.getByLabel('E-mail address')).toHaveValue(demoUsers.admin)
  await dialog.getByLabel('Password', { exact: true }).fill(demoPassword)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog).toBeHidden()
  await expect(form.submitButton).toBeFocused()
  await expect(form.wire('name')).toHaveValue(name)
  expect(await sandbox.writes()).toEqual([])
  await form.submitAccepted()
  expect(await sandbox.writes()).toHaveLength(1)
})
