import { minimalBody, uniqueName } from '@/e2e/fixtures/customer-body'
import { expect, test } from '@/e2e/fixtures/test'
import { CustomersPage } from '@/e2e/pages/customers-page'

test('the list shows the sub-customers of the platform, each row completed with status, type and currency', async ({
  signedInPage: page,
  sandbox,
}) => {
  const customers = new CustomersPage(page)
  await customers.goto()
  const listed = await sandbox.children({ size: '10' })
  await expect(customers.names()).toHaveText(listed.map(({ customerName }) => customerName))
  const details = await sandbox.details(listed[0]?.customerId ?? '')
  const row = customers.row(listed[0]?.customerName ?? '')
  await expect(row).toContainText(details?.status === 'ACTIVE' ? 'Active' : 'Suspended')
  await expect(row).toContainText(details?.type === 'PRIVATE' ? 'Private' : 'Business')
  await expect(row).toContainText(String(details?.currency))
})

test('search, page, size and order stand in the address: a reload, the back button and a link bring them back', async ({
  signedInPage: page,
  sandbox,
}) => {
  const customers = new CustomersPage(page)
  const name = uniqueName('Searchable')
  await sandbox.create(minimalBody({ name }))
  await customers.goto()
  await expect(customers.names()).toHaveCount(10)
  const firstPage = await customers.names().allTextContents()

  await customers.nextPage.click()
  await expect(page).toHaveURL(/[?&]page=1\b/)
  await expect(customers.names().first()).not.toHaveText(firstPage[0] ?? '')
  const secondPage = (await sandbox.children({ page: '1' })).map(({ customerName }) => customerName)
  await expect(customers.names()).toHaveText(secondPage)
  await page.reload()
  await expect(customers.names()).toHaveText(secondPage)
  await page.goBack()
  await expect(customers.names()).toHaveText(firstPage)

  await customers.sortByName.click()
  await expect(page).toHaveURL(/sort=name(,|%2C)desc/)
  const last = (await sandbox.children({ sort: 'name,desc', size: '10' })).map(({ customerName }) => customerName)
  await expect(customers.names()).toHaveText(last)
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending')

  await customers.pageSize.selectOption('25')
  await expect(page).toHaveURL(/size=25/)
  await expect(customers.names()).toHaveCount(25)

  await customers.search.fill(name.slice(0, -2))
  await expect(customers.names()).toHaveText([name])
  await expect(page).toHaveURL(/query=Searchable/)
  const address = page.url()
  await customers.names().click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await page.goBack()
  await expect(customers.names()).toHaveText([name])
  await page.goto('/requests')
  await page.goto(address)
  await expect(customers.names()).toHaveText([name])
  await expect(customers.search).toHaveValue(name.slice(0, -2))
})

test('a search without a match says so and leads back to all', async ({ signedInPage: page }) => {
  const customers = new CustomersPage(page)
  await customers.goto('?query=nobody-is-called-this')
  await expect(page.getByText('No sub-customer matches “nobody-is-called-this”')).toBeVisible()
  await page.getByRole('button', { name: 'Clear search' }).last().click()
  await expect(customers.names()).toHaveCount(10)
  await expect(customers.search).toHaveValue('')
})

for (const [search, shown] of [
  ['?page=x&size=7&sort=up', '1–10 of'],
  ['?page=-1', '1–10 of'],
  ['?page=1e9&size=100', 'This page is empty'],
  ['?query=%22)%20or%20(', 'No sub-customer matches'],
] as const) {
  test(`an address that was tampered with (${search}) is no error: ${shown}`, async ({ signedInPage: page }) => {
    await page.goto(`/customers${search}`)
    await expect(page.getByText(shown).first()).toBeVisible()
    await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded' })).toHaveCount(0)
  })
}

test('a list that cannot be loaded says so and can be tried again', async ({ signedInPage: page, sandbox, guards }) => {
  guards.allow(/^answer 502: GET .*child-customers/)
  const customers = new CustomersPage(page)
  await sandbox.fault({
    method: 'GET',
    path: '^/api/v2/customer/[^/]+/child-customers',
    fault: 'garbage',
    count: 1_000,
  })
  await page.goto('/customers')
  await expect(page.getByText('The list of sub-customers could not be loaded.')).toBeVisible({ timeout: 30_000 })
  await sandbox.reset()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(customers.names()).toHaveCount(10)
})

test('a row whose details cannot be loaded says so, and the others are complete', async ({
  signedInPage: page,
  sandbox,
  guards,
}) => {
  guards.allow(/^answer 502: GET/)
  const customers = new CustomersPage(page)
  const [first, second] = await sandbox.children({ size: '10' })
  await sandbox.fault({
    method: 'GET',
    path: `^/api/v2/customer/${first?.customerId}$`,
    fault: 'error500',
    count: 1_000,
  })
  await customers.goto()
  const row = customers.row(first?.customerName ?? '')
  await expect(row).toContainText('Could not load', { timeout: 30_000 })
  await expect(customers.row(second?.customerName ?? '')).toContainText(/Active|Suspended/)
  await sandbox.reset()
  await row.getByRole('button', { name: /Try again/ }).click()
  await expect(row).toContainText(/Active|Suspended/)
})

test('a sub-customer that is not there, and a page that is not there, say so', async ({ signedInPage: page }) => {
  await page.goto('/customers/ff74dca6-8e7f-4b85-a42b-13860913b370')
  await expect(page.getByText('Sub-customer not found')).toBeVisible()
  await page.goto('/requests/ff74dca6-8e7f-4b85-a42b-13860913b370')
  await expect(page.getByText('Request not found')).toBeVisible()
  await page.goto('/no/such/page')
  await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible()
})
