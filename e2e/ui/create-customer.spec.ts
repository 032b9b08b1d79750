import { awkwardNames, fullBody, minimalBody, uniqueName } from '@/e2e/fixtures/customer-body'
import { expect, test } from '@/e2e/fixtures/test'
import { CreateCustomerPage } from '@/e2e/pages/create-customer-page'
import { CustomersPage } from '@/e2e/pages/customers-page'
import { EditCustomerPage } from '@/e2e/pages/edit-customer-page'
import { RequestPage } from '@/e2e/pages/request-page'
import { leavesOf } from '@/e2e/pages/wire-form'

test('every element of the create page is entered, ends Successful, arrives as typed and is still there after a reload', async ({
  signedInPage: page,
  sandbox,
}) => {
  test.setTimeout(120_000)
  const form = new CreateCustomerPage(page)
  const body = fullBody()
  const customers = new CustomersPage(page)
  await customers.goto()
  await customers.createLink.click()
  await expect(form.heading).toBeVisible()
  await expect(form.submitButton).toBeEnabled()
  await form.fill(body)
  const requestId = await form.submitAccepted()
  await new RequestPage(page).expectStatus('Successful')

  const writes = await sandbox.writes()
  expect(writes).toHaveLength(1)
  expect(writes[0]?.body).toMatchObject(body)
  expect(await sandbox.end(requestId)).toBe('SUCCESS')

  await new RequestPage(page).openSubCustomer.click()
  await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { name: body.name, level: 1 })).toBeVisible()
  const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  const { contact, address, ...rest } = body
  const details = await sandbox.rawDetails(id)
  expect(details).toMatchObject(rest)
  expect(details.contact).toMatchObject([contact])
  expect(details.address).toMatchObject(address)

  await page.reload()
  await expect(page.getByRole('heading', { name: body.name, level: 1 })).toBeVisible()
  const edit = new EditCustomerPage(page, id)
  await expect(edit.wire('vatRegistrationNumber')).toHaveValue(body.vatRegistrationNumber)
  await expect(edit.wire('customFields.1.keyValue')).toHaveValue(String(body.customFields[1]?.keyValue))
  await edit.open('Contact')
  await expect(edit.wire('contact.emailAddress')).toHaveValue(contact.emailAddress)
  await expect(edit.wire('contact.identity.0.idNumber')).toHaveValue(String(contact.identity[0]?.idNumber))
  await edit.open('Addresses')
  await expect(edit.wire('address.1.fullName')).toHaveValue(String(address[1]?.fullName))
  await edit.open('Invoice')
  await expect(edit.wire('invoiceConfiguration.invoiceText')).toHaveValue(body.invoiceConfiguration.invoiceText)
  await customers.goto(`?query=${encodeURIComponent(body.name)}`)
  await expect(customers.row(body.name)).toContainText('Suspended')
})

test('the form offers every element of the create page but deviceCost, which it says it does not', async ({
  signedInPage: page,
}) => {
  const form = new CreateCustomerPage(page)
  await form.goto()
  for (const list of ['Add address', 'Add identity', 'Add custom field']) {
    await page.getByRole('button', { name: list }).click()
  }
  const names = await page
    .locator('form [name]')
    .evaluateAll((controls) => controls.map((control) => control.getAttribute('name') ?? ''))
  const elements = leavesOf(fullBody()).map(([path]) =>
    path.map((segment) => (typeof segment === 'number' ? 0 : segment)).join('.'),
  )
  expect([...new Set(names)].sort()).toEqual([...new Set(elements)].sort())
  await expect(page.getByText('Device cost')).toBeVisible()
})

test('what is preselected are the defaults of the platform, and a minimal create sends nothing of what is blank', async ({
  signedInPage: page,
  sandbox,
}) => {
  const form = new CreateCustomerPage(page)
  await form.goto()
  await page.getByRole('button', { name: 'Add address' }).click()
  for (const [name, value] of Object.entries({
    type: 'PRIVATE',
    mfaConfiguration: 'MANDATORY',
    'contact.type': 'MEMBER',
    'contact.role': 'NONE',
    'address.0.type': 'PRIVATE',
  })) {
    await expect(form.wire(name)).toHaveValue(value)
  }
  for (const name of ['allowOfferDelegation', 'isAllowedImeiLock', 'contact.isPrimary', 'address.0.isPrimary']) {
    await expect(form.wire(name)).not.toBeChecked()
  }
  await page.getByRole('button', { name: 'Remove address 1' }).click()
  const { name, currency } = minimalBody()
  await form.fill({ name, currency })
  await form.submitAccepted()
  const [write] = await sandbox.writes()
  expect(write?.body).toMatchObject({ status: 'ACTIVE', name, currency })
  for (const part of ['contact', 'address', 'invoiceConfiguration', 'customFields']) {
    expect(write?.body).not.toHaveProperty(part)
  }
})

// The API's tests go through all of them; here stand those on which a page breaks.
for (const awkward of awkwardNames.filter((name) => /שירותי|<script>|👩|Very long/u.test(name))) {
  test(`an awkward text stays a text everywhere: ${awkward.slice(0, 40)}`, async ({ signedInPage: page, sandbox }) => {
    const form = new CreateCustomerPage(page)
    const name = `${awkward} ${uniqueName('')}`
    await form.goto()
    await form.fill({ name, currency: 'EUR', vatRegistrationNumber: awkward, customFields: [{ keyName: awkward }] })
    await form.submitAccepted()
    await new RequestPage(page).expectStatus('Successful')
    const [write] = await sandbox.writes()
    expect(write?.body).toMatchObject({ name, vatRegistrationNumber: awkward, customFields: [{ keyName: awkward }] })
    await new RequestPage(page).openSubCustomer.click()
    // A browser shows a run of white space as one space.
    const shown = name.replace(/\s+/g, ' ')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(shown)
    await expect(page).toHaveTitle(`${shown} · Selfcare Console`)
    const customers = new CustomersPage(page)
    await customers.goto()
    await customers.search.fill(name)
    await expect(customers.names()).toHaveText([shown])
  })
}

test('the request is shown In progress while its status cannot be read, in the list too, and Successful as soon as it can', async ({
  signedInPage: page,
  sandbox,
  guards,
}) => {
  guards.allow(/^answer 502: GET \/api\/v2\/global\/call\//)
  const form = new CreateCustomerPage(page)
  const { name, currency } = minimalBody()
  await sandbox.hideEnds()
  await form.goto()
  await form.fill({ name, currency })
  await form.submitAccepted()
  const request = new RequestPage(page)
  await request.expectStatus('In progress')
  await expect(page.getByText('The status cannot be read at the moment')).toBeVisible()
  await expect(request.openSubCustomer).toHaveCount(0)
  const customers = new CustomersPage(page)
  await customers.goto(`?query=${encodeURIComponent(name)}`)
  await expect(customers.row(name).filter({ hasText: 'In progress' })).toBeVisible()
  await sandbox.reset()
  // For a moment both rows may stand there.
  await expect(customers.row(name).filter({ hasText: 'Active' })).toBeVisible()
  await expect(customers.row(name)).toHaveCount(1)
  await customers.names().first().click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
})

for (const status of ['FAILURE', 'INTERNAL_ERROR'] as const) {
  test(`a request that ends in ${status} is shown as Failed, without a way to a sub-customer that is not there`, async ({
    signedInPage: page,
    sandbox,
  }) => {
    const form = new CreateCustomerPage(page)
    await sandbox.fault({ method: 'POST', path: '/api/v2/customer/', fault: 'end', status })
    await form.goto()
    const { name, currency } = minimalBody()
    await form.fill({ name, currency })
    await form.submitAccepted()
    const request = new RequestPage(page)
    await request.expectStatus('Failed')
    await expect(request.openSubCustomer).toHaveCount(0)
    await page.goto('/requests')
    await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Failed')
  })
}

test.describe('one form makes one sub-customer', () => {
  test('by a double click, Enter and clicks without end', async ({ signedInPage: page, sandbox }) => {
    const form = new CreateCustomerPage(page)
    const { name, currency } = minimalBody()
    await sandbox.fault({ method: 'POST', path: '/api/v2/customer/', fault: 'delay', ms: 800 })
    await form.goto()
    await form.fill({ name, currency })
    await form.wire('name').focus()
    await form.submitButton.evaluate((button: HTMLButtonElement) => {
      for (let click = 0; click < 10; click++) button.click()
      button.form?.requestSubmit()
    })
    await form.submitButton.dblclick({ force: true, noWaitAfter: true })
    await page.waitForURL(/\/requests\//)
    await new RequestPage(page).expectStatus('Successful')
    expect(await sandbox.writes()).toHaveLength(1)
    expect(await sandbox.named(name)).toHaveLength(1)
  })

  test('when the request’s page is reloaded and the form is gone back to', async ({ signedInPage: page, sandbox }) => {
    const form = new CreateCustomerPage(page)
    const { name, currency } = minimalBody()
    await new CustomersPage(page).goto()
    await new CustomersPage(page).createLink.click()
    await expect(form.submitButton).toBeEnabled()
    await form.fill({ name, currency })
    const requestId = await form.submitAccepted()
    const request = new RequestPage(page)
    await request.expectStatus('Successful')
    await page.reload()
    await request.expectStatus('Successful')
    await page.goBack()
    await expect(form.heading).toBeVisible()
    await page.goForward()
    await expect(page).toHaveURL(new RegExp(`/requests/${requestId}$`))
    await request.expectStatus('Successful')
    expect(await sandbox.writes()).toHaveLength(1)
  })

  test('when the page is reloaded while it is being sent', async ({ signedInPage: page, sandbox }) => {
    const form = new CreateCustomerPage(page)
    const { name, currency } = minimalBody()
    await sandbox.fault({ method: 'POST', path: '/api/v2/customer/', fault: 'delay', ms: 1_500 })
    await form.goto()
    await form.fill({ name, currency })
    page.on('dialog', (dialog) => dialog.accept())
    const sent = page.waitForRequest((request) => request.method() === 'POST' && request.url().includes('/customer/'))
    await form.submit()
    await sent
    await page.reload()
    await expect(form.submitButton).toBeEnabled()
    await expect.poll(async () => (await sandbox.named(name)).length).toBe(1)
    expect(await sandbox.writes()).toHaveLength(1)
  })
})
