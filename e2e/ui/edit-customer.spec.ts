import { fullBody, minimalBody, uniqueName } from '@/e2e/fixtures/customer-body'
import { storedInBrowser } from '@/e2e/fixtures/stored-in-browser'
import { expect, test } from '@/e2e/fixtures/test'
import { EditCustomerPage } from '@/e2e/pages/edit-customer-page'

/** What the user changes is what is sent, to the letter; what he sees before is what stands; nothing that he typed is lost. */

test('one element is changed: it alone is sent, shown In progress, then as it stands', async ({
  signedInPage: page,
  sandbox,
  instance,
}) => {
  void instance
  const id = await sandbox.create(fullBody())
  await sandbox.reset()
  const edit = new EditCustomerPage(page, id)
  await edit.goto()
  await edit.fillOne('vatRegistrationNumber', 'GB 999')
  await expect(await edit.change('vatRegistrationNumber')).toContainText('Changed. Was: GB 123 4567 89')
  await expect(edit.bar).toHaveText('1 change')
  await expect.poll(async () => (await storedInBrowser(page)).filter(({ key }) => key.includes(id))).toHaveLength(1)
  await edit.expectReview([['VAT registration number', 'GB 123 4567 89', 'GB 999']])
  expect(await sandbox.writes()).toEqual([])
  await edit.confirm()
  await expect(await edit.change('vatRegistrationNumber')).toContainText('In progress')
  await expect(await edit.change('vatRegistrationNumber')).toHaveText('', { timeout: 30_000 })
  const writes = await sandbox.writes()
  expect(writes.map(({ method, body }) => [method, body])).toEqual([['PATCH', { vatRegistrationNumber: 'GB 999' }]])
  await expect(edit.wire('vatRegistrationNumber')).toHaveValue('GB 999')
  await expect(page.getByText('Changes carried out', { exact: true })).toBeVisible()
  // What was sent is no draft any more.
  await expect.poll(async () => (await storedInBrowser(page)).filter(({ key }) => key.includes(id))).toEqual([])
  expect((await sandbox.details(id))?.vatRegistrationNumber).toBe('GB 999')
})

test('an element is emptied: the user is told before, "" is sent and it becomes NULL', async ({
  signedInPage: page,
  sandbox,
}) => {
  const id = await sandbox.create(fullBody())
  await sandbox.reset()
  const edit = new EditCustomerPage(page, id)
  await edit.goto('Contact')
  await edit.fillOne('contact.middleName', '')
  await edit.fillOne('contact.gender', '')
  await expect(await edit.change('contact.middleName')).toContainText('Will be emptied. Was: Ann')
  await edit.expectReview([
    ['Gender', 'Female', 'will be emptied'],
    ['Middle name', 'Ann', 'will be emptied'],
  ])
  await edit.confirm()
  const [write] = await sandbox.writes()
  expect(write?.body).toEqual({ contact: { id: expect.any(String), role: 'SELFCARE', gender: '', middleName: '' } })
  await expect(await edit.change('contact.middleName')).toHaveText('', { timeout: 30_000 })
  const stored = (await sandbox.rawDetails(id)) as { contact: Record<string, unknown>[] }
  expect(stored.contact[0]).toMatchObject({ middleName: null, gender: null, firstName: 'Grace' })
})

test('what is put back is not sent, and Undo puts it back with the focus on the field', async ({
  signedInPage: page,
  sandbox,
}) => {
  const body = fullBody()
  const id = await sandbox.create(body)
  await sandbox.reset()
  const edit = new EditCustomerPage(page, id)
  await edit.goto()
  await edit.fillOne('name', 'Another')
  await edit.fillOne('name', body.name)
  await expect(await edit.change('name')).toHaveText('')
  await edit.fillOne('type', 'PRIVATE')
  await edit.undo('type')
  await expect(edit.wire('type')).toHaveValue('BUSINESS')
  await expect(await edit.control('type')).toBeFocused()
  await expect(edit.bar).toHaveText('No changes')
  await edit.fillOne('allowOfferDelegation', false)
  await edit.expectReview([['Offer delegation allowed', 'Yes', 'No']])
  await edit.confirm()
  expect((await sandbox.writes()).map(({ body: sent }) => sent)).toEqual([{ allowOfferDelegation: false }])
})

test('changes on several pages are reviewed and sent as one patch, addresses by their id', async ({
  signedInPage: page,
  sandbox,
}) => {
  const id = await sandbox.create(fullBody())
  await sandbox.reset()
  const edit = new EditCustomerPage(page, id)
  await edit.goto('Addresses')
  await edit.fillOne('address.1.city', 'Haifa')
  await edit.open('Invoice')
  await edit.fillOne('invoiceConfiguration.paymentDueAfterInvoiceIssued', '14')
  await edit.fillOne('invoiceConfiguration.chargeByActive', 'IMSI')
  await edit.open('Profile')
  await edit.fillOne('campaign', '7, 12')
  await edit.fillOne('customFields.0.keyValue', 'silver')
  await expect(page.locator('[id="field-customFields-change"]')).toContainText('Changed.')
  await page.getByRole('button', { name: 'Remove custom field 2' }).click()
  await edit.open('Addresses')
  await expect(edit.wire('address.1.city')).toHaveValue('Haifa')
  await edit.expectReview([
    ['Address 2, City', 'Tel Aviv', 'Haifa'],
    ['Payment due after invoice issued', '30', '14'],
    ['Charge by', 'empty', 'IMSI'],
    ['Campaigns', 'empty', '7, 12'],
    ['Custom fields', 'segment: gold, ключ: <b>"&"</b>', 'segment: silver'],
  ])
  await edit.confirm()
  const [write] = await sandbox.writes()
  const details = await sandbox.details(id)
  expect(write?.body).toEqual({
    address: [{ id: details?.address?.[1]?.id, city: 'Haifa' }],
    invoiceConfiguration: { paymentDueAfterInvoiceIssued: 14, paymentDueUnits: 'DAYS', chargeByActive: 'IMSI' },
    campaign: [7, 12],
    customFields: [{ keyName: 'segment', keyValue: 'silver' }],
  })
})

test('each conditional rule that clearing breaks is blamed on its field, on another page too, and nothing is sent', async ({
  signedInPage: page,
  sandbox,
}) => {
  const contact = { identity: [{ idType: 'ID', idNumber: '1' }], mobilePhoneNumber: '+447700900123' }
  const address = [{ fullName: 'A', city: 'B', country: 'GBR', zipCode: '1', pobox: '9' }]
  const invoiceConfiguration = { paymentDueAfterInvoiceIssued: 3, paymentDueUnits: 'DAYS' }
  const id = await sandbox.create(minimalBody({ contact, address, invoiceConfiguration }))
  await sandbox.reset()
  const edit = new EditCustomerPage(page, id)
  await edit.goto('Contact')
  await edit.fillOne('contact.mobilePhoneNumber', '')
  await edit.open('Addresses')
  await edit.fillOne('address.0.pobox', '')
  await edit.fillOne('address.0.zipCode', '')
  await edit.open('Invoice')
  await edit.fillOne('invoiceConfiguration.paymentDueUnits', '')
  await edit.reviewButton.click()
  await expect(edit.summary).toBeFocused()
  await edit.expectError('invoiceConfiguration.paymentDueUnits')
  const links = edit.summary.getByRole('link')
  await expect(links.filter({ hasText: 'ZIP code' })).toHaveCount(1)
  await links.filter({ hasText: 'P.O. box' }).click()
  await page.waitForURL(/\/addresses/)
  await expect(await edit.control('address.0.pobox')).toBeFocused()
  await edit.expectError('address.0.pobox')
  await edit.expectError('address.0.zipCode')
  await links.filter({ hasText: 'Mobile' }).click()
  await expect(await edit.control('contact.mobilePhoneNumber')).toBeFocused()
  await edit.expectError('contact.mobilePhoneNumber')
  await edit.fillOne('contact.landlinePhoneNumber', '442071234567')
  await expect(await edit.control('contact.mobilePhoneNumber')).not.toHaveAttribute('aria-invalid', 'true')
  expect(await sandbox.writes()).toEqual([])
})

test('what somebody else has changed meanwhile is not overwritten: the user chooses per element', async ({
  signedInPage: page,
  sandbox,
}) => {
  const id = await sandbox.create(fullBody())
  const edit = new EditCustomerPage(page, id)
  await edit.goto()
  await edit.fillOne('vatRegistrationNumber', 'MINE')
  await edit.fillOne('name', uniqueName('Mine'))
  const theirName = uniqueName('Theirs')
  await sandbox.change(id, {
    name: theirName,
    vatRegistrationNumber: 'THEIRS',
    type: 'PRIVATE',
  })
  await sandbox.reset()
  await edit.reviewButton.click()
  await edit.confirmButton.click()
  await expect(edit.conflict).toBeVisible()
  expect(await sandbox.writes()).toEqual([])
  await edit.conflict.getByRole('group', { name: 'Name' }).getByLabel('Theirs').check()
  await edit.conflict.getByRole('group', { name: 'VAT registration number' }).getByLabel('Yours: MINE').check()
  await edit.conflict.getByRole('button', { name: 'Go on' }).click()
  await expect(edit.conflict).toBeHidden()
  await expect(edit.wire('name')).toHaveValue(theirName)
  // What the user has not touched follows what stands.
  await expect(edit.wire('type')).toHaveValue('PRIVATE')
  await edit.expectReview([['VAT registration number', 'THEIRS', 'MINE']])
  await edit.confirm()
  expect((await sandbox.writes()).map(({ body }) => body)).toEqual([{ vatRegistrationNumber: 'MINE' }])
})

test('what somebody else has changed beside the patch is no conflict', async ({ signedInPage: page, sandbox }) => {
  const id = await sandbox.create(fullBody())
  const edit = new EditCustomerPage(page, id)
  await edit.goto()
  await edit.fillOne('vatRegistrationNumber', 'MINE')
  await sandbox.change(id, { type: 'PRIVATE' })
  await edit.reviewButton.click()
  await edit.confirm()
  await expect(edit.conflict).toBeHidden()
  await expect.poll(async () => (await sandbox.details(id))?.vatRegistrationNumber).toBe('MINE')
  expect((await sandbox.details(id))?.type).toBe('PRIVATE')
})

test('a patch that fails in the end is back on the form with its values, and all that is known is said', async ({
  signedInPage: page,
  sandbox,
}) => {
  const id = await sandbox.create(fullBody())
  const edit = new EditCustomerPage(page, id)
  await edit.goto()
  await sandbox.fault({ method: 'PATCH', fault: 'end', status: 'FAILURE' })
  await edit.fillOne('name', uniqueName('Never'))
  const wanted = await edit.wire('name').inputValue()
  await edit.reviewButton.click()
  await edit.confirm()
  await expect(page.getByText('could not carry out your changes')).toBeVisible({ timeout: 30_000 })
  await expect(edit.wire('name')).toHaveValue(wanted)
  await expect(await edit.change('name')).toContainText('Changed.')
  await expect(edit.bar).toHaveText('1 change')
  await edit.open('Requests')
  await expect(page.getByRole('row').filter({ hasText: 'Change sub-customer' }).first()).toContainText('Failed')
})

test('what a failed patch wanted never stood, also where something else has been typed over it since', async ({
  signedInPage: page,
  guards,
  sandbox,
}) => {
  guards.allow(/^answer 502: GET \/api\/v2\/global\/call\//)
  const id = await sandbox.create(fullBody())
  await sandbox.reset()
  const edit = new EditCustomerPage(page, id)
  await edit.goto()
  await sandbox.fault({ method: 'PATCH', fault: 'end', status: 'FAILURE' })
  // Nobody hears of its end until the second change has been typed.
  await sandbox.hideEnds()
  await edit.fillOne('vatRegistrationNumber', 'FIRST')
  await edit.reviewButton.click()
  await edit.confirm()
  await expect(await edit.change('vatRegistrationNumber')).toContainText('In progress')
  await edit.fillOne('vatRegistrationNumber', 'SECOND')
  await sandbox.reset()
  await expect(page.getByText('could not carry out your changes')).toBeVisible({ timeout: 30_000 })
  await expect(await edit.change('vatRegistrationNumber')).toContainText('Was: GB 123 4567 89')
  await edit.reviewButton.click()
  await edit.confirm()
  await expect.poll(async () => (await sandbox.details(id))?.vatRegistrationNumber).toBe('SECOND')
})

test('a patch that fails after a reload is told, and its values come back when asked for', async ({
  signedInPage: page,
  guards,
  sandbox,
}) => {
  guards.allow(/^answer 502: GET \/api\/v2\/global\/call\//)
  const id = await sandbox.create(fullBody())
  await sandbox.reset()
  const edit = new EditCustomerPage(page, id)
  await edit.goto('Addresses')
  await sandbox.fault({ method: 'PATCH', fault: 'end', status: 'FAILURE' })
  await sandbox.hideEnds()
  await edit.fillOne('address.1.city', 'Haifa')
  await edit.reviewButton.click()
  await edit.confirm()
  await expect(await edit.change('address.1.city')).toContainText('In progress')
  await page.reload()
  await expect(await edit.change('address.1.city')).toContainText('In progress')
  await sandbox.reset()
  await expect(page.getByText('could not carry out a change that was sent earlier')).toBeVisible({ timeout: 30_000 })
  await expect(edit.wire('address.1.city')).toHaveValue('Tel Aviv')
  await page.getByRole('button', { name: 'Put its values on the form' }).click()
  await expect(edit.wire('address.1.city')).toHaveValue('Haifa')
  await expect(edit.wire('address.1.city')).toBeFocused()
  await expect(edit.bar).toHaveText('1 change')
})

test('when the answer to a patch is lost, the console finds out and nothing is sent twice', async ({
  signedInPage: page,
  guards,
  sandbox,
}) => {
  guards.allow(/^answer 50[24]/)
  const id = await sandbox.create(fullBody())
  await sandbox.reset()
  const edit = new EditCustomerPage(page, id)
  await edit.goto()
  await sandbox.fault({ method: 'PATCH', fault: 'reset', afterAccept: true })
  await edit.fillOne('vatRegistrationNumber', 'LOST')
  await edit.reviewButton.click()
  await edit.confirmButton.click()
  await expect(page.getByText('not known yet whether your changes arrived')).toBeVisible()
  await expect(page.getByText('Your changes did arrive')).toBeVisible({ timeout: 30_000 })
  await expect(edit.bar).toHaveText('No changes')
  expect(await sandbox.writes()).toHaveLength(1)
  expect((await sandbox.details(id))?.vatRegistrationNumber).toBe('LOST')
  // What is changed next is a request of its own.
  await edit.fillOne('vatRegistrationNumber', 'NEXT')
  await edit.expectReview([['VAT registration number', 'LOST', 'NEXT']])
  await edit.confirm()
  await expect.poll(async () => (await sandbox.details(id))?.vatRegistrationNumber).toBe('NEXT')
})

test('a refusal that blames no element closes the review and is said where it can be read', async ({
  signedInPage: page,
  guards,
  sandbox,
}) => {
  guards.allow(/^answer 429/)
  const id = await sandbox.create(fullBody())
  const edit = new EditCustomerPage(page, id)
  await edit.goto()
  await sandbox.fault({ method: 'PATCH', fault: 'nak', code: 'GLOBAL_1004' })
  await edit.fillOne('vatRegistrationNumber', 'LATER')
  await edit.reviewButton.click()
  await edit.confirm()
  await expect(page.getByRole('group', { name: 'The changes were not sent' })).toBeFocused()
  await expect(edit.wire('vatRegistrationNumber')).toHaveValue('LATER')
})

test('leaving with unsaved changes asks once, going to another page of the same customer does not', async ({
  signedInPage: page,
  sandbox,
}) => {
  const id = await sandbox.create(fullBody())
  const edit = new EditCustomerPage(page, id)
  const question = page.getByRole('dialog', { name: 'Leave without saving?' })
  await page.goto('/customers')
  await edit.goto()
  await edit.fillOne('vatRegistrationNumber', 'DRAFT')
  await edit.open('Contact')
  await edit.open('Requests')
  await page.goBack()
  await expect(question).toBeHidden()
  for (const link of ['All sub-customers', 'Settings']) {
    await page.getByRole('link', { name: link, exact: true }).click()
    await expect(question).toBeVisible()
    await page.getByRole('button', { name: 'Stay' }).click()
  }
  await edit.open('Profile')
  await expect(edit.wire('vatRegistrationNumber')).toHaveValue('DRAFT')
  const reload = page.waitForEvent('dialog')
  void page.reload().catch(() => {})
  const asked = await reload
  expect(asked.type()).toBe('beforeunload')
  await asked.dismiss()
  await page.getByRole('link', { name: 'All sub-customers', exact: true }).click()
  await page.getByRole('button', { name: 'Leave' }).click()
  await page.waitForURL(/\/customers$/)
})

test('who may not edit reads the same parts, with the reason and without a form', async ({ openPage, sandbox }) => {
  const body = fullBody()
  const id = await sandbox.create(body)
  const { page } = await openPage({ user: 'viewer' })
  for (const [tab, text] of [
    ['', body.vatRegistrationNumber],
    ['/contact', body.contact.emailAddress],
    ['/addresses', 'דנה כהן'],
    ['/invoice', body.invoiceConfiguration.invoiceText],
  ]) {
    await page.goto(`/customers/${id}${tab}`)
    await expect(page.getByText(String(text)).first()).toBeVisible()
    await expect(page.getByText('Your role lets you read')).toBeVisible()
    await expect(page.locator('main form')).toHaveCount(0)
    await expect(page.getByRole('button', { name: 'Review changes' })).toHaveCount(0)
  }
})

test('what stands is there before the page’s code runs, and what is typed before then is a change like any other', async ({
  signedInPage: page,
  sandbox,
}) => {
  const name = uniqueName('Stands')
  const id = await sandbox.create(minimalBody({ name }))
  let run = () => {}
  const scripts = new Promise<void>((resolve) => {
    run = resolve
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await scripts
    await route.continue()
  })
  await page.goto(`/customers/${id}`, { waitUntil: 'commit' })
  const edit = new EditCustomerPage(page, id)
  const field = edit.wire('name')
  await field.click()
  await page.keyboard.press('End')
  await page.keyboard.type(' early')
  await expect(field).toHaveValue(`${name} early`)
  await expect(edit.reviewButton).toBeDisabled()
  run()
  await expect(edit.reviewButton).toBeEnabled()
  await expect(edit.bar).toHaveText('1 change')
  await edit.expectReview([['Name', name, `${name} early`]])
})
