import { expect, test } from '@/e2e/fixtures/test'

/** The list of a sub-customer's SIMs, however long. How long its tasks take is `npm run bench long-tasks`. */

const largestFleet = 'Nordlicht Spedition GmbH'

test('five hundred SIMs of a sub-customer scroll without a dropped row', async ({ signedInPage: page, sandbox }) => {
  const [fleet] = await sandbox.named(largestFleet)
  await page.goto(`/customers/${fleet?.customerId}/external-parameters/subscribers`)
  const rows = page.getByRole('list', { name: 'SIMs' }).getByRole('listitem')
  await expect(rows.first()).toBeVisible()
  await page.mouse.move(640, 500)
  await expect(async () => {
    await page.mouse.wheel(0, 4_000)
    await expect(page.getByText('500 of 500 SIMs')).toBeVisible({ timeout: 200 })
  }).toPass({ timeout: 60_000 })
  await expect(rows).toHaveCount(500)
  await rows.last().scrollIntoViewIfNeeded()
  await expect(rows.last()).toBeInViewport()
  const iccids = await rows.evaluateAll((all) => all.map((row) => row.querySelector('dd')?.textContent ?? ''))
  expect(new Set(iccids).size).toBe(500)
  expect(iccids).not.toContain('–')
})

test('a SIM of a sub-customer is found by a part of any of its numbers, and the address keeps what is looked for', async ({
  signedInPage: page,
  sandbox,
}) => {
  const [fleet] = await sandbox.named(largestFleet)
  await page.goto(`/customers/${fleet?.customerId}/external-parameters`)
  await page.getByRole('link', { name: 'Show the SIMs' }).click()
  const rows = page.getByRole('list', { name: 'SIMs' }).getByRole('listitem')
  await expect(rows.first()).toBeVisible()
  const numbers = await rows.nth(7).locator('dd').allTextContents()
  const search = page.getByLabel('Find a SIM')
  for (const number of numbers.filter((text) => text !== '–')) {
    await search.fill(number)
    await expect(rows).toHaveCount(1)
    await expect(rows).toContainText(number)
  }
  await page.reload()
  await expect(rows).toHaveCount(1)
  await search.fill('nobody has this number')
  await expect(page.getByText('No SIM matches “nobody has this number”')).toBeVisible()
})
