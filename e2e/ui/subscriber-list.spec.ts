import { expect, test } from '@/e2e/fixtures/test'

/** The list of a sub-customer's SIMs, however long. */

// A trace takes a picture of the whole page at every step, which is a long task of its own.
test.use({ trace: 'off' })

const largestFleet = 'Nordlicht Spedition GmbH'

test('five hundred SIMs of a sub-customer scroll without a dropped row and without a task over 50 ms', async ({
  signedInPage: page,
  sandbox,
}) => {
  const [fleet] = await sandbox.named(largestFleet)
  await page.goto(`/customers/${fleet?.customerId}/external-parameters/subscribers`)
  const rows = page.getByRole('list', { name: 'SIMs' }).getByRole('listitem')
  await expect(rows.first()).toBeVisible()
  await page.evaluate(() => {
    const tasks: number[] = []
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    })
    Object.assign(window, { tasks })
  })
  await page.mouse.move(640, 500)
  await expect(async () => {
    await page.mouse.wheel(0, 4_000)
    await expect(page.getByText('500 of 500 SIMs')).toBeVisible({ timeout: 200 })
  }).toPass({ timeout: 60_000 })
  await expect(rows).toHaveCount(500)
  await rows.last().scrollIntoViewIfNeeded()
  await expect(rows.last()).toBeInViewport()
  const longest = await page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks))
  console.log(`longest task while 500 SIMs scroll: ${longest} ms`)
  expect(longest).toBeLessThan(50)
  const iccids = await rows.evaluateAll((all) => all.map((row) => row.querySelector('dd')?.textContent ?? ''))
  expect(new Set(iccids).size).toBe(500)
  expect(iccids).not.toContain('–')
})
