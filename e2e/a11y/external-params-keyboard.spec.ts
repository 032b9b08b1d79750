import { minimalBody, uniqueName } from '@/e2e/fixtures/customer-body'
import { focused, tabTo } from '@/e2e/fixtures/keyboard'
import { setValuesAt, valuesAt } from '@/e2e/fixtures/params-at-sandbox'
import { expect, test } from '@/e2e/fixtures/test'
import { ExternalParamsPage } from '@/e2e/pages/external-params-page'

test('values are set, emptied and reviewed by keyboard alone', async ({ signedInPage: page, sandbox }) => {
  test.setTimeout(120_000)
  const id = await sandbox.create(minimalBody())
  await setValuesAt(sandbox, 'customer', id, { crmAccountId: 'CRM-1', costCentre: 'CC-1' })
  await sandbox.reset()
  const { keyboard } = page
  const params = new ExternalParamsPage(page)
  await params.goto(id)
  const fieldOf = async (title: string) => (await params.value(title).getAttribute('id')) ?? ''
  const [crm, costCentre] = [await fieldOf('CRM account'), await fieldOf('Cost centre')]

  await tabTo(page, ({ field }) => field === crm)
  await keyboard.press('Control+A')
  await keyboard.type('CRM-2')
  await keyboard.press('Enter')
  await params.expectSaved('CRM account')
  expect((await focused(page)).field).toBe(crm)

  await keyboard.press('Control+A')
  await keyboard.press('Delete')
  await keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await tabTo(page, ({ name }) => name === 'Remove value')
  await keyboard.press('Enter')
  await expect.poll(async () => (await valuesAt(sandbox, 'customer', id)).crmAccountId).toBeUndefined()
  await params.expectRemoved('CRM account')
  expect((await focused(page)).field, 'the focus is back where the question was asked').toBe(crm)
  await keyboard.type('CRM-3')

  // Order of the rows is the platform's, so the other one may stand before this one.
  await page.locator('main').focus()
  await tabTo(page, ({ field }) => field === costCentre)
  await keyboard.press('Control+A')
  await keyboard.type('CC-2')
  await tabTo(page, ({ name }) => name === 'Review changes')
  await keyboard.press('Enter')
  await expect(params.review).toBeVisible()
  await tabTo(page, ({ name }) => name === 'Confirm changes')
  await keyboard.press('Enter')
  await expect(params.review.getByText('Successful')).toHaveCount(2, { timeout: 30_000 })
  expect((await focused(page)).name, 'the button that sent them has another word now').toBe('Done')
  await keyboard.press('Enter')
  await expect(params.review).toBeHidden()
  await expect(page.locator('input[name=value]').first(), 'the bar has gone, the values are there').toBeFocused()
  const standing = Object.values(await valuesAt(sandbox, 'customer', id)).map(({ name, value }) => [name, value])
  expect(standing.sort()).toEqual([
    ['costCentre', 'CC-2'],
    ['crmAccountId', 'CRM-3'],
  ])
})

test('a pasted column is checked, repaired and sent by keyboard alone', async ({ signedInPage: page, sandbox }) => {
  test.setTimeout(120_000)
  const names = [uniqueName('Pasted'), uniqueName('Pasted')]
  const ids = await Promise.all(names.map((name) => sandbox.create(minimalBody({ name }))))
  await sandbox.reset()
  const { keyboard } = page
  await page.goto('/settings/external-parameters/import')
  await expect(page.getByRole('button', { name: 'Check lines' })).toBeEnabled()
  const parameter = page.getByRole('combobox', { name: 'Parameter' })
  const parameterId = await parameter.getAttribute('id')
  await tabTo(page, ({ field }) => field === parameterId)
  await keyboard.press('ArrowDown')
  await expect(parameter).not.toHaveValue('')
  await tabTo(page, ({ control }) => control === 'lines')
  // As a spreadsheet puts it into the clipboard: two columns, the second line without a value.
  await keyboard.insertText(`${names[0]}\tK-1\n${names[1]}\t`)
  await tabTo(page, ({ name }) => name === 'Check lines')
  await keyboard.press('Enter')
  await expect(page.getByText('2 lines, 1 with a fault').first()).toBeFocused()
  await tabTo(page, ({ name }) => name === 'Value, line 2')
  await keyboard.type('K-2')
  await tabTo(page, ({ name }) => name === 'Set 2 values')
  await keyboard.press('Enter')
  await expect(page.getByText('Successful: 2')).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('body'), 'something has the focus').not.toBeFocused()
  for (const [at, id] of ids.entries()) {
    const values = Object.values(await valuesAt(sandbox, 'customer', id)).map(({ value }) => value)
    expect(values).toEqual([`K-${at + 1}`])
  }
})
