import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expectAccessible } from '@/e2e/fixtures/axe'
import { minimalBody } from '@/e2e/fixtures/customer-body'
import type { SandboxClient } from '@/e2e/fixtures/sandbox-client'
import { storedInBrowser } from '@/e2e/fixtures/stored-in-browser'
import { expect, test } from '@/e2e/fixtures/test'

const path = '/settings/external-parameters/import'

async function makeCustomers(sandbox: SandboxClient, number: number) {
  return Promise.all(
    Array.from({ length: number }, async () => {
      const name = `Pasted, "${randomUUID()}"`
      return { name, customerId: await sandbox.create({ ...minimalBody(), name }) }
    }),
  )
}

async function paste(page: Page, text: string): Promise<void> {
  await page.goto(path)
  await page.getByRole('combobox', { name: 'Parameter' }).selectOption({ index: 1 })
  await page.getByRole('textbox', { name: 'Lines' }).fill(text)
  await page.getByRole('button', { name: 'Check lines' }).click()
}

function cellsOf(record: string): string[] {
  return [...record.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare = '']) =>
    quoted === undefined ? bare : quoted.replaceAll('""', '"'),
  )
}

/** The result as the user saves it. */
async function savedResult(page: Page): Promise<string[][]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save result' }).click(),
  ])
  const text = readFileSync(await download.path(), 'utf8').replace('\ufeff', '')
  return text.trimEnd().split('\r\n').map(cellsOf)
}

test('of 20 pasted lines with 2 bad ones, one is repaired in place and 19 are set; the other is in the result', async ({
  signedInPage: page,
  sandbox,
}) => {
  const customers = await makeCustomers(sandbox, 20)
  // Half by name, half by id, as a spreadsheet copies them; the third means nobody, the seventh has no value.
  const cells = customers.map(({ name, customerId }, at) => [
    at % 2 ? `"${name.replaceAll('"', '""')}"` : customerId,
    `v${at}`,
  ])
  if (cells[2]) cells[2][0] = 'Nobody at all'
  if (cells[6]) cells[6][1] = ''
  await paste(page, cells.map((line) => line.join('\t')).join('\r\n'))
  await expect(page.getByText('20 lines, 2 with a fault').first()).toBeFocused()

  const rows = page.getByRole('row')
  await expect(rows.nth(1)).toContainText('No sub-customer of yours has this id or exactly this name.')
  await expect(rows.nth(2)).toContainText('This is required.')
  await expect(page.getByRole('textbox', { name: 'Sub-customer, line 3' })).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page, 'pasted lines with faults')
  await page.getByRole('textbox', { name: 'Sub-customer, line 3' }).clear()
  await page.getByRole('textbox', { name: 'Sub-customer, line 3' }).pressSequentially(customers[2]?.name ?? '')
  await page.keyboard.press('Enter')
  await expect(rows.nth(1)).toContainText('Ready')
  await expect(page.getByRole('textbox', { name: 'Sub-customer, line 3' })).toBeFocused()

  const start = page.getByRole('button', { name: 'Set 19 values' })
  await expect(start).toHaveAccessibleDescription(/the new one replaces it/)
  await start.click()
  await expect(page).toHaveURL(/\?id=/)
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '20')
  await page.reload()
  await expect(page.getByText('Successful: 19')).toBeVisible()
  await expect(page.getByText('Refused: 1')).toBeVisible()
  await expectAccessible(page, 'an import that has ended')

  const [head, ...lines] = await savedResult(page)
  expect(head).toEqual(['Line', 'Sub-customer', 'Sub-customer id', 'Value', 'State', 'Request id', 'Reason'])
  expect(lines.map(([line]) => Number(line))).toEqual(Array.from({ length: 20 }, (_, at) => at + 1))
  expect(lines[6]?.slice(4)).toEqual(['Refused', '', 'This is required.'])
  const requestIds = lines.flatMap(([, , , , , requestId]) => requestId || [])
  expect(new Set(requestIds).size).toBe(19)
  const written = (await sandbox.writes()).filter(({ path: to }) => to.includes('/external-params/'))
  const expected = customers.filter((_, at) => at !== 6).map(({ customerId }) => customerId)
  expect(written.map(({ path: to }) => to.split('/').at(-1)).toSorted()).toEqual(expected.toSorted())
})

test('an import is paused, stays so over a reload, and goes on', async ({ signedInPage: page, sandbox }) => {
  const customers = await makeCustomers(sandbox, 16)
  const values = '^.*/external-params/customer/'
  await sandbox.fault({ method: 'POST', path: values, fault: 'delay', ms: 600, count: 100 })
  await paste(page, customers.map(({ customerId }, at) => `${customerId};v${at}`).join('\n'))
  await page.getByRole('button', { name: 'Set 16 values' }).click()
  await page.getByRole('button', { name: 'Pause' }).click()
  await expect(page.getByRole('button', { name: 'Resume' })).toBeFocused()
  await page.reload()
  await expect(page.getByText('Paused')).toBeVisible()
  await expect(page.getByText(/^Waiting: /)).toBeVisible()
  await page.getByRole('button', { name: 'Resume' }).click()
  await expect(page.getByText('Successful: 16')).toBeVisible({ timeout: 30_000 })
  expect((await sandbox.writes()).filter(({ path: to }) => to.includes('/external-params/'))).toHaveLength(16)
})

test('a chosen file is read like a pasted text, and a line that is taken out does not take the focus along', async ({
  signedInPage: page,
  sandbox,
}) => {
  const [customer] = await makeCustomers(sandbox, 1)
  await page.goto(path)
  await page.getByRole('combobox', { name: 'Parameter' }).selectOption({ index: 1 })
  await expect(page.getByRole('button', { name: 'Choose' })).toBeEnabled()
  const buffer = Buffer.from(`\ufeffcustomer,value\r\n${customer?.customerId},"a, ""b"""\r\n`)
  await page.locator('input[type=file]').setInputFiles({ name: 'values.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Remove line 1' }).click()
  await expect(page.getByRole('table')).toBeFocused()
  await page.getByRole('button', { name: 'Set 1 value' }).click()
  await expect(page.getByText('Successful: 1')).toBeVisible()
  const written = (await sandbox.writes()).filter(({ path: to }) => to.includes('/external-params/'))
  expect(written.map(({ body }) => body)).toMatchObject([{ externalParams: [{ value: 'a, "b"' }] }])
})

test('a file that is no UTF-8 is read as Windows-1252, which is said; one that is no text is refused at the field', async ({
  signedInPage: page,
  sandbox,
}) => {
  const name = `Müller ${randomUUID()}`
  await sandbox.create({ ...minimalBody(), name })
  await page.goto(path)
  await page.getByRole('combobox', { name: 'Parameter' }).selectOption({ index: 1 })
  await expect(page.getByRole('button', { name: 'Choose' })).toBeEnabled()
  const choose = (buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name: 'values.csv', mimeType: 'text/csv', buffer })
  const field = page.getByRole('textbox', { name: 'Lines' })
  await choose(Buffer.from('PK\x03\x04\0\0'))
  await expect(field).toBeFocused()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAccessibleDescription(/This file is no text that can be read/)

  // The byte that is the euro sign there, and a control character where Windows-1252 is taken for Latin-1.
  await choose(Buffer.from(`${name};100 \x80\r\n`, 'latin1'))
  await expect(page.getByText('1 line, none with a fault').first()).toBeFocused()
  await expect(field).toHaveAccessibleDescription(/^Two columns/)
  await expect(page.locator('[aria-live=polite]').filter({ hasText: 'was read as Windows-1252' })).toHaveCount(1)
  await expect(page.getByText('was read as Windows-1252')).toHaveCount(2)
  await page.getByRole('button', { name: 'Set 1 value' }).click()
  await expect(page.getByText('Successful: 1')).toBeVisible()
  const written = (await sandbox.writes()).filter(({ path: to }) => to.includes('/external-params/'))
  expect(written.map(({ body }) => body)).toMatchObject([{ externalParams: [{ value: '100 €' }] }])
})

test('customers that cannot be looked up are blamed on their lines, and the others are looked up, in as many calls as it takes', async ({
  signedInPage: page,
  sandbox,
}) => {
  const [customer] = await makeCustomers(sandbox, 1)
  // A cell with a NUL character, one whose quote is never closed, and names that are too many for one call of 256 KiB.
  const names = Array.from({ length: 500 }, (_, at) => `${'株'.repeat(400)} ${at}\tx`)
  const text = [`nul \0\tx`, `${customer?.customerId}\tx`, ...names, `"${'x'.repeat(20_000)}\ty`].join('\n')
  const asked: number[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/resolve')) asked.push(request.postDataBuffer()?.length ?? 0)
  })
  await paste(page, text)
  await expect(page.getByText('503 lines, 502 with a fault').first()).toBeFocused()
  await expect(page.getByRole('row').nth(1)).toContainText('Remove the invisible NUL character.')
  await page.getByRole('button', { name: 'Next page' }).focus()
  for (let turned = 0; turned < 20; turned++) await page.keyboard.press('Enter')
  await expect(page.getByRole('row').filter({ hasText: 'of at most 16,384 bytes' })).toHaveCount(1)
  expect(asked.length).toBeGreaterThan(1)
  expect(Math.max(...asked)).toBeLessThanOrEqual(256 * 1024)
  await page.getByRole('button', { name: 'Set 1 value' }).click()
  await expect(page.getByText('Successful: 1')).toBeVisible()
  await expect(page.getByText('Refused: 502')).toBeVisible()
})

test('lines that were typed, read or repaired are not left unasked, by a link or by Back', async ({
  signedInPage: page,
  sandbox,
}) => {
  const [customer] = await makeCustomers(sandbox, 1)
  const question = page.getByRole('dialog', { name: 'Leave without saving?' })
  const link = page.getByRole('link', { name: 'Requests', exact: true })
  const stay = async () => {
    await question.getByRole('button', { name: 'Stay' }).click()
    await expect(question).toBeHidden()
    await expect(page).toHaveURL(new RegExp(`${path}$`))
  }
  await page.goto('/settings/external-parameters')
  await page.getByRole('link', { name: 'Paste a column' }).click()
  await page.getByRole('combobox', { name: 'Parameter' }).selectOption({ index: 1 })
  const area = page.getByRole('textbox', { name: 'Lines' })
  await expect(page.getByRole('button', { name: 'Check lines' })).toBeEnabled()
  await area.fill('Nobody;1')
  await link.click()
  await stay()
  await expect(area).toHaveValue('Nobody;1')
  await page.getByRole('button', { name: 'Check lines' }).click()
  await page.getByRole('textbox', { name: 'Sub-customer, line 1' }).fill(customer?.customerId ?? '')
  await page.keyboard.press('Enter')
  await area.fill('')
  await page.evaluate(() => history.back())
  await stay()
  await link.click()
  await stay()
  await expect(page.getByRole('textbox', { name: 'Sub-customer, line 1' })).toHaveValue(customer?.customerId ?? '')
  await page.getByRole('button', { name: 'Set 1 value' }).click()
  await expect(page.getByText('Successful: 1')).toBeVisible()
  await link.click()
  await page.waitForURL(/\/requests$/)
  await expect(question).toBeHidden()
})

test('who may only read starts nothing', async ({ openPage }) => {
  const { page } = await openPage({ user: 'viewer' })
  await page.goto(path)
  await expect(page.getByText('You may read values, but not set them.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Check lines' })).toHaveCount(0)
})

test('ten thousand lines are read by a worker, beside the page', async ({ signedInPage: page }) => {
  await page.goto(path)
  await page.getByRole('combobox', { name: 'Parameter' }).selectOption({ index: 1 })
  const text = Array.from({ length: 10_000 }, (_, at) => `Nobody ${at},"value, ${at}"`).join('\r\n')
  await expect(page.getByRole('button', { name: 'Choose' })).toBeEnabled()
  const reader = page.waitForEvent('worker')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'values.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  expect((await reader).url()).toContain('/_next/static/')
  await expect(page.getByText('10,000 lines, 10,000 with a fault').first()).toBeVisible()
  await expect(page.getByRole('row').nth(1).getByRole('textbox').last()).toHaveValue('value, 0')
})

test('lines that were read and repaired are offered back after a reload, and are no draft any more once they are handed over', async ({
  signedInPage: page,
  sandbox,
}) => {
  const customers = await makeCustomers(sandbox, 2)
  const kept = async () => (await storedInBrowser(page)).filter(({ key }) => key.includes('valueImport'))
  await paste(page, `${customers[0]?.customerId}\tone\n${customers[1]?.customerId}\t`)
  await expect.poll(kept).toHaveLength(1)
  const unrepaired = await kept()
  await page.getByRole('textbox', { name: 'Value, line 2' }).fill('two of two')
  await expect(page.getByRole('button', { name: 'Set 2 values' })).toBeEnabled()
  await expect.poll(kept).not.toEqual(unrepaired)
  expect(JSON.stringify(await kept())).not.toContain('two of two')
  const parameter = page.getByRole('combobox', { name: 'Parameter' })
  const chosen = await parameter.inputValue()
  page.once('dialog', (asked) => asked.accept())
  await page.reload()
  await page.getByRole('button', { name: 'Restore draft' }).click()
  await expect(parameter).toHaveValue(chosen)
  await page.getByRole('button', { name: 'Set 2 values' }).click()
  await expect(page.getByText('Successful: 2')).toBeVisible()
  await expect.poll(kept).toEqual([])
  const written = (await sandbox.writes()).filter(({ path: to }) => to.includes('/external-params/'))
  expect(written.map(({ body }) => JSON.stringify(body)).sort()).toEqual(
    expect.arrayContaining([expect.stringContaining('"one"'), expect.stringContaining('"two of two"')]),
  )
})
