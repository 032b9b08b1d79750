import { expectAccessible } from '@/e2e/fixtures/axe'
import { fullBody } from '@/e2e/fixtures/customer-body'
import { focused, tabTo } from '@/e2e/fixtures/keyboard'
import { expect, test } from '@/e2e/fixtures/test'
import { EditCustomerPage } from '@/e2e/pages/edit-customer-page'

for (const viewport of [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
]) {
  const at = `at ${viewport.width} px`

  test(`the pages of a sub-customer ${at}`, async ({ openPage, sandbox }) => {
    test.setTimeout(180_000)
    const id = await sandbox.create(fullBody())
    const { page } = await openPage(viewport)
    const edit = new EditCustomerPage(page, id)
    await edit.goto('Contact')
    await expectAccessible(page, 'contact')
    await edit.open('Addresses')
    await expect(edit.wire('address.0.city')).toBeVisible()
    await expectAccessible(page, 'addresses')
    await edit.open('Invoice')
    await expect(edit.wire('invoiceConfiguration.vat')).toBeVisible()
    await edit.fillOne('invoiceConfiguration.vat', '')
    await expectAccessible(page, 'invoice with an emptied field')
    await edit.open('Profile')
    await edit.fillOne('mfaConfiguration', 'DISABLED')
    await edit.fillOne('vatRegistrationNumber', 'Other')
    await expectAccessible(page, 'profile with changes')
    await edit.reviewButton.click()
    await expect(edit.review).toBeVisible()
    await edit.review.getByText('The request as it will be sent').click()
    await expectAccessible(page, 'review')
    await page.keyboard.press('Escape')
    await edit.fillOne('campaign', 'one')
    await edit.reviewButton.click()
    await expect(edit.summary).toBeFocused()
    await expectAccessible(page, 'with an error')
    await edit.open('Requests')
    await expectAccessible(page, 'requests')
  })

  test(`a conflict and a failure ${at}`, async ({ openPage, sandbox }) => {
    test.setTimeout(120_000)
    const id = await sandbox.create(fullBody())
    const { page, guards } = await openPage(viewport)
    guards.allow(/^answer 409/)
    const edit = new EditCustomerPage(page, id)
    await edit.goto()
    await edit.fillOne('vatRegistrationNumber', 'MINE')
    await sandbox.change(id, { vatRegistrationNumber: 'THEIRS' })
    await edit.reviewButton.click()
    await edit.confirmButton.click()
    await expect(edit.conflict).toBeVisible()
    await expectAccessible(page, 'conflict')
    await edit.conflict.getByLabel('Yours: MINE').check()
    await edit.conflict.getByRole('button', { name: 'Go on' }).click()
    await sandbox.fault({ method: 'PATCH', fault: 'end', status: 'FAILURE' })
    await edit.reviewButton.click()
    await edit.confirm()
    await expect(page.getByText('could not carry out your changes')).toBeVisible({ timeout: 30_000 })
    await expectAccessible(page, 'failed in the end')
  })

  test(`to read ${at}`, async ({ openPage, sandbox }) => {
    test.setTimeout(120_000)
    const id = await sandbox.create(fullBody())
    const { page } = await openPage({ user: 'viewer', ...viewport })
    for (const [path, text] of [
      ['', 'GB 123 4567 89'],
      ['/contact', 'O’Hara'],
      ['/addresses', 'King’s Road'],
      ['/invoice', 'Grüße'],
    ]) {
      await page.goto(`/customers/${id}${path}`)
      await expect(page.getByText(String(text).replace('’Hara', "'Hara")).first()).toBeVisible()
      await expectAccessible(page, `to read: ${path || 'profile'}`)
    }
  })
}

test('a sub-customer is changed by keyboard alone: two pages, review, confirmation', async ({
  signedInPage: page,
  sandbox,
}) => {
  test.setTimeout(120_000)
  const id = await sandbox.create(fullBody())
  await sandbox.reset()
  const edit = new EditCustomerPage(page, id)
  await edit.goto()
  await tabTo(page, ({ field }) => field === 'field-vatRegistrationNumber')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('KEYS')
  await tabTo(page, ({ name }) => name.startsWith('Undo'))
  await page.keyboard.press('Enter')
  expect((await focused(page)).field).toBe('field-vatRegistrationNumber')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('KEYS')
  // Enter in a field leads to the review.
  await page.keyboard.press('Enter')
  await expect(edit.review).toBeVisible()
  await tabTo(page, ({ name }) => name === 'Confirm changes')
  await page.keyboard.press('Enter')
  await expect(edit.review).toBeHidden()
  expect((await focused(page)).field).toBe('field-vatRegistrationNumber')
  await expect.poll(async () => (await sandbox.details(id))?.vatRegistrationNumber).toBe('KEYS')
  expect(await sandbox.writes()).toHaveLength(1)
})
