import { randomUUID } from 'node:crypto'
import { minimalBody } from '@/e2e/fixtures/customer-body'
import { definitionsAt, setValuesAt, valuesAt } from '@/e2e/fixtures/params-at-sandbox'
import { storedInBrowser } from '@/e2e/fixtures/stored-in-browser'
import { expect, test } from '@/e2e/fixtures/test'
import { CustomersPage } from '@/e2e/pages/customers-page'
import { ExternalParamsPage } from '@/e2e/pages/external-params-page'
import type { Subscriber } from '@/lib/contract/subscriber'

/** A value is sent as it was typed, once, shown where it stands at every moment, and never over what somebody else has set meanwhile. */

/** Paths of writes of values, for faults at the sandbox. */
const writes = '^/api/v2/customer/[^/]+/external-params/'

test('Enter saves one value, as it was typed; Escape puts the other back; both keep the focus', async ({
  signedInPage: page,
  sandbox,
}) => {
  const id = await sandbox.create(minimalBody())
  await setValuesAt(sandbox, 'customer', id, { crmAccountId: 'CRM-1', costCentre: 'CC-1' })
  await sandbox.reset()
  const params = new ExternalParamsPage(page)
  await params.goto(id)
  await params.value('Cost centre').fill('CC-2')
  await expect(params.row('Cost centre')).toContainText(/Changed\. *Was: CC-1/)
  await params.value('Cost centre').press('Escape')
  await expect(params.value('Cost centre')).toHaveValue('CC-1')
  await expect(params.value('Cost centre')).toBeFocused()
  await params.value('CRM account').fill(' Ключ "2" ')
  await params.value('CRM account').press('Enter')
  await expect(params.row('CRM account')).toContainText('In progress')
  await params.expectSaved('CRM account')
  await expect(params.value('CRM account')).toBeFocused()
  expect((await sandbox.writes()).map(({ method, body }) => [method, body])).toEqual([['PUT', { value: ' Ключ "2" ' }]])
})

test('a value that was not set is created, one that is emptied is removed after a question', async ({
  signedInPage: page,
  sandbox,
}) => {
  const id = await sandbox.create(minimalBody())
  await sandbox.reset()
  const params = new ExternalParamsPage(page)
  await params.goto(id)
  await expect(params.row('CRM account')).toContainText('Not set')
  await params.save('CRM account')
  await expect(params.row('CRM account')).toContainText('This is required.')
  await params.value('CRM account').fill('CRM-7')
  await params.save('CRM account')
  await params.expectSaved('CRM account')
  expect((await valuesAt(sandbox, 'customer', id)).crmAccountId?.value).toBe('CRM-7')
  await params.value('CRM account').fill('')
  await params.save('CRM account')
  expect(await sandbox.writes()).toHaveLength(1)
  await page.getByRole('dialog').getByRole('button', { name: 'Remove value' }).click()
  await params.expectRemoved('CRM account')
  expect(await valuesAt(sandbox, 'customer', id)).toEqual({})
  expect((await sandbox.writes()).map(({ method }) => method)).toEqual(['POST', 'DELETE'])
})

test('what was typed and not saved is offered back, comes back when asked for, and is no draft any more once saved', async ({
  signedInPage: page,
  sandbox,
}) => {
  const id = await sandbox.create(minimalBody())
  await setValuesAt(sandbox, 'customer', id, { costCentre: 'CC-1' })
  const params = new ExternalParamsPage(page)
  const kept = async () => (await storedInBrowser(page)).filter(({ key }) => key.includes(id))
  await params.goto(id)
  await params.value('Cost centre').fill('CC-2')
  await params.value('CRM account').fill('CRM-2')
  await expect.poll(kept).toHaveLength(1)
  expect(JSON.stringify(await kept())).not.toContain('CRM-2')
  page.once('dialog', (asked) => asked.accept())
  await page.reload()
  await page.getByRole('button', { name: 'Restore draft' }).click()
  await expect(params.value('Cost centre')).toHaveValue('CC-2')
  await expect(params.value('CRM account')).toHaveValue('CRM-2')
  await params.save('Cost centre')
  await params.expectSaved('Cost centre')
  await params.save('CRM account')
  await params.expectSaved('CRM account')
  await expect.poll(kept).toEqual([])
})

test('several values are reviewed and sent with one request each; one that fails keeps its text and says so on its row', async ({
  signedInPage: page,
  sandbox,
}) => {
  const id = await sandbox.create(minimalBody())
  await setValuesAt(sandbox, 'customer', id, { crmAccountId: 'CRM-1', costCentre: 'CC-1' })
  await sandbox.reset()
  const params = new ExternalParamsPage(page)
  await params.goto(id)
  await params.value('Contract number').fill('C-1')
  await params.value('Cost centre').fill('CC-2')
  await params.value('CRM account').fill('')
  await params.bar.click()
  await expect(params.review.getByRole('row')).toHaveCount(4)
  const shown = await params.review
    .getByRole('row')
    .evaluateAll((all) => all.slice(1).map((row) => [...row.children].map((cell) => cell.textContent ?? '')))
  expect(shown).toEqual([
    ['Contract numberTo be sent', 'not set', 'C-1'],
    ['Cost centreTo be sent', 'CC-1', 'CC-2'],
    ['CRM accountTo be sent', 'CRM-1', 'will be removed'],
  ])
  expect(await sandbox.writes()).toEqual([])
  await sandbox.fault({ method: 'PUT', path: writes, fault: 'end', status: 'FAILURE' })
  await params.review.getByRole('button', { name: 'Confirm changes' }).click()
  await expect(params.review.getByText('Successful')).toHaveCount(2, { timeout: 30_000 })
  await expect(params.review.getByText('Failed')).toHaveCount(1)
  await params.review.getByRole('button', { name: 'Done' }).click()
  await expect(params.row('Cost centre')).toContainText('Failed')
  await expect(params.value('Cost centre')).toHaveValue('CC-2')
  expect((await sandbox.writes()).map(({ method }) => method)).toEqual(['POST', 'PUT', 'DELETE'])
  const standing = await valuesAt(sandbox, 'customer', id)
  expect(Object.values(standing).map(({ name, value }) => [name, value])).toEqual([
    ['contractNumber', 'C-1'],
    ['costCentre', 'CC-1'],
  ])
})

test('what somebody else has set meanwhile is shown on its row, and the user decides', async ({
  signedInPage: page,
  guards,
  sandbox,
}) => {
  guards.allow(/^answer 409/)
  const id = await sandbox.create(minimalBody())
  await setValuesAt(sandbox, 'customer', id, { crmAccountId: 'CRM-1', costCentre: 'CC-1' })
  const params = new ExternalParamsPage(page)
  await params.goto(id)
  await params.value('CRM account').fill('mine')
  await params.value('Cost centre').fill('mine')
  await setValuesAt(sandbox, 'customer', id, { crmAccountId: 'theirs', costCentre: 'theirs' })
  await sandbox.reset()
  await params.save('CRM account')
  await expect(params.row('CRM account')).toContainText('Somebody else has set this to “theirs” meanwhile')
  await expect(params.row('Cost centre')).toContainText('Somebody else has set this to “theirs” meanwhile')
  expect(await sandbox.writes()).toEqual([])
  await params.row('CRM account').getByRole('button', { name: 'Take theirs' }).click()
  await expect(params.value('CRM account')).toHaveValue('theirs')
  await expect(params.value('CRM account')).toBeFocused()
  await params.row('Cost centre').getByRole('button', { name: 'Keep mine' }).click()
  await params.save('Cost centre')
  await params.expectSaved('Cost centre')
  const { crmAccountId, costCentre } = await valuesAt(sandbox, 'customer', id)
  expect([crmAccountId?.value, costCentre?.value]).toEqual(['theirs', 'mine'])
})

test('a refusal of the platform stands on its row and the text stays', async ({
  signedInPage: page,
  guards,
  sandbox,
}) => {
  guards.allow(/^answer 422/)
  const id = await sandbox.create(minimalBody())
  await setValuesAt(sandbox, 'customer', id, { crmAccountId: 'CRM-1' })
  const errors = [{ path: ['value'], code: 'invalid' }]
  await sandbox.fault({ method: 'PUT', path: writes, fault: 'nak', code: 'CUSTOMER_1025', errors })
  const params = new ExternalParamsPage(page)
  await params.goto(id)
  await params.value('CRM account').fill('CRM-2')
  await params.save('CRM account')
  await expect(params.row('CRM account')).toContainText('The platform does not accept this.')
  await expect(params.value('CRM account')).toHaveAttribute('aria-invalid', 'true')
  await expect(params.value('CRM account')).toHaveValue('CRM-2')
  await params.save('CRM account')
  await params.expectSaved('CRM account')
})

test('an answer that is lost on the way is found out about by reading, and nothing is sent twice', async ({
  signedInPage: page,
  guards,
  sandbox,
}) => {
  guards.allow(/^answer 50[24]/)
  const id = await sandbox.create(minimalBody())
  await setValuesAt(sandbox, 'customer', id, { crmAccountId: 'CRM-1' })
  await sandbox.reset()
  await sandbox.fault({ method: 'PUT', path: writes, fault: 'reset', afterAccept: true })
  const params = new ExternalParamsPage(page)
  await params.goto(id)
  await params.value('CRM account').fill('CRM-2')
  await params.save('CRM account')
  await expect(params.row('CRM account')).toContainText('Outcome unknown')
  await params.expectSaved('CRM account')
  expect(await sandbox.writes()).toHaveLength(1)
  await expect(params.value('CRM account')).toHaveValue('CRM-2')
})

test('what is typed is not lost by leaving unasked', async ({ signedInPage: page, sandbox }) => {
  const id = await sandbox.create(minimalBody())
  const params = new ExternalParamsPage(page)
  await params.goto(id)
  await params.value('CRM account').fill('CRM-2')
  await page.getByRole('link', { name: 'Requests' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click()
  await expect(params.value('CRM account')).toHaveValue('CRM-2')
})

test('everything that was typed is put back after a question, and the focus stays with the values', async ({
  signedInPage: page,
  sandbox,
}) => {
  const id = await sandbox.create(minimalBody())
  await setValuesAt(sandbox, 'customer', id, { costCentre: 'CC-1' })
  await sandbox.reset()
  const params = new ExternalParamsPage(page)
  await params.goto(id)
  await params.value('Cost centre').fill('CC-2')
  await params.value('CRM account').fill('CRM-2')
  await page.getByRole('button', { name: 'Discard changes' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Discard changes' }).click()
  await expect(params.value('Cost centre')).toHaveValue('CC-1')
  await expect(params.value('CRM account')).toHaveValue('')
  await expect(page.locator('input[name=value]').first()).toBeFocused()
  expect(await sandbox.writes()).toEqual([])
})

test('who may only read sees the values with the reason, and no field', async ({ openPage, sandbox }) => {
  const id = await sandbox.create(minimalBody())
  await setValuesAt(sandbox, 'customer', id, { crmAccountId: 'CRM-1' })
  const { page } = await openPage({ user: 'viewer' })
  await page.goto(`/customers/${id}/external-parameters`)
  await expect(page.getByRole('row', { name: 'CRM account' })).toContainText('CRM-1')
  await expect(page.getByText('Your role lets you read these values')).toBeVisible()
  await expect(page.locator('input[name=value]')).toHaveCount(0)
  await page.goto('/settings/external-parameters')
  await expect(page.getByText('4 of 5 used')).toBeVisible()
  await expect(page.getByRole('button', { name: /Add parameters|^Edit|^Delete/ })).toHaveCount(0)
})

test('definitions are made together, renamed after their values are counted, and deleted with them', async ({
  signedInPage: page,
  sandbox,
  api,
}) => {
  const [first, second] = [`a${randomUUID().slice(0, 8)}`, `b${randomUUID().slice(0, 8)}`]
  const customerId = await sandbox.customerId()
  const [plan] = (await api.get<{ planId: string; planName: string }>(`/api/v2/customer/${customerId}/plan`)).content
  await page.goto('/settings/external-parameters')
  const section = page.getByRole('region', { name: 'Plans' })
  await section.getByRole('button', { name: /^Add parameters/ }).click()
  await section.getByRole('button', { name: 'Add another parameter' }).click()
  await page.locator('[name="externalParamsConfig.0.name"]').fill(first)
  await page.locator('[name="externalParamsConfig.1.name"]').fill(first)
  await section.getByRole('button', { name: 'Create' }).click()
  await expect(section.getByText('This is there already.').first()).toBeVisible()
  await page.locator('[name="externalParamsConfig.1.name"]').fill(second)
  await sandbox.reset()
  await section.getByRole('button', { name: 'Create' }).click()
  await expect(section.getByText('3 of 5 used')).toBeVisible({ timeout: 30_000 })
  expect((await sandbox.writes()).map(({ body }) => body)).toEqual([
    { externalParamsConfig: [first, second].map((name) => ({ name, isSearchable: true })) },
  ])

  await setValuesAt(sandbox, 'plan', String(plan?.planId), { [first]: 'V-1' })
  await page.reload()
  await section.getByRole('button', { name: `Edit ${first}` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('[name=name]').fill(`${first}x`)
  await expect(dialog.getByText('The rename makes 1 value inactive')).toBeVisible()
  await dialog.getByRole('button', { name: 'Save definition' }).click()
  await expect(section.getByText('1 of them inactive')).toBeVisible({ timeout: 30_000 })

  await page.goto('/settings/external-parameters/plans')
  const item = page.getByRole('listitem').filter({ hasText: String(plan?.planName) })
  await item.getByRole('button', { name: /^Edit values/ }).click()
  const params = new ExternalParamsPage(page)
  await expect(params.row(`${first}x`)).toContainText('Inactive')
  await params.row(`${first}x`).getByRole('button', { name: 'Set it again' }).click()
  await params.expectSaved(`${first}x`)

  await page.goto('/settings/external-parameters')
  for (const [name, told] of [
    [`${first}x`, 'Its 1 value goes with it'],
    [second, 'It has no values'],
  ] as const) {
    await section.getByRole('button', { name: `Delete ${name}` }).click()
    await expect(dialog).toContainText(told)
    await dialog.getByRole('button', { name: 'Delete definition' }).click()
    await expect(section.getByText(name, { exact: true })).toHaveCount(0, { timeout: 30_000 })
  }
  expect((await definitionsAt(sandbox, 'plan')).map(({ name }) => name)).toEqual(['erpArticleNumber'])
})

test('a SIM is found by any of its numbers, and what is typed there stays while another is looked for', async ({
  signedInPage: page,
  sandbox,
  api,
}) => {
  const own = `/api/v2/customer/${await sandbox.customerId()}/subscriber?size=100`
  const [sim, other] = (await api.get<Subscriber>(own)).content.filter(({ imei }) => imei)
  const params = new ExternalParamsPage(page)
  await page.goto('/settings/external-parameters/subscribers')
  const search = page.getByLabel('Find a SIM')
  for (const number of [sim?.iccid, sim?.imsi, sim?.msisdn, sim?.imei]) {
    await search.fill(String(number))
    await expect(page.getByRole('heading', { level: 2 })).toHaveText([`MSISDN ${sim?.msisdn}`])
  }
  await page.getByRole('button', { name: /^Edit values/ }).click()
  await params.value('Vehicle').fill('B-XY 1')
  await search.fill(String(other?.iccid))
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([`MSISDN ${sim?.msisdn}`, `MSISDN ${other?.msisdn}`])
  await expect(params.value('Vehicle')).toHaveValue('B-XY 1')
  await params.save('Vehicle')
  await params.expectSaved('Vehicle')
  expect((await valuesAt(sandbox, 'subscriber', String(sim?.subscriberId))).vehicleId?.value).toBe('B-XY 1')
})

test('sub-customers are found by the value of a searchable parameter, and the address keeps it', async ({
  signedInPage: page,
  sandbox,
}) => {
  const body = minimalBody()
  const value = `CRM-${randomUUID()}`
  const id = await sandbox.create(body)
  await setValuesAt(sandbox, 'customer', id, { crmAccountId: value })
  const customers = new CustomersPage(page)
  await customers.goto()
  await page.getByLabel('Search in').selectOption('CRM account')
  await page.getByLabel('Search by CRM account').fill(value.slice(4))
  await expect(customers.names()).toHaveText([String(body.name)])
  await page.reload()
  await expect(customers.names()).toHaveText([String(body.name)])
  await expect(page.getByLabel('Search in')).toHaveValue('crmAccountId')
  await page.getByLabel('Search in').selectOption('Name')
  await expect(page.getByText('No sub-customer matches')).toBeVisible()
})
