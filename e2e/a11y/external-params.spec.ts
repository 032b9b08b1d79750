import { expectAccessible } from '@/e2e/fixtures/axe'
import { minimalBody } from '@/e2e/fixtures/customer-body'
import { setValuesAt } from '@/e2e/fixtures/params-at-sandbox'
import { expect, test } from '@/e2e/fixtures/test'
import { ExternalParamsPage } from '@/e2e/pages/external-params-page'

/** axe on the pages of external parameters and their states, in both themes and at both ends of the range of widths. */

const widths = [
  { width: 390, height: 844 },
  { width: 1280, height: 800 },
]

for (const viewport of widths) {
  const at = `at ${viewport.width} px`

  test(`values of a sub-customer ${at}`, async ({ openPage, sandbox }) => {
    test.setTimeout(180_000)
    const id = await sandbox.create(minimalBody())
    await setValuesAt(sandbox, 'customer', id, { crmAccountId: 'CRM-1', costCentre: 'CC-1' })
    const { page, guards } = await openPage(viewport)
    guards.allow(/^answer (409|422|50[24])/)
    const params = new ExternalParamsPage(page)
    await params.goto(id)
    await expectAccessible(page, 'fresh')
    await params.save('Contract number')
    await params.value('CRM account').fill('')
    await params.value('ERP debtor number').fill('mine')
    await params.value('Cost centre').fill('mine')
    await expectAccessible(page, 'edited, with a fault')
    await params.save('CRM account')
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page, 'asking before a removal')
    await page.keyboard.press('Escape')
    await setValuesAt(sandbox, 'customer', id, { costCentre: 'theirs' })
    await params.save('Cost centre')
    await expect(params.row('Cost centre').getByRole('button', { name: 'Keep mine' })).toBeVisible()
    await expectAccessible(page, 'with a conflict')
    await params.row('Cost centre').getByRole('button', { name: 'Keep mine' }).click()
    const path = '^/api/v2/customer/[^/]+/external-params/'
    await sandbox.fault({ method: 'DELETE', path, fault: 'end', status: 'FAILURE' })
    await sandbox.fault({ method: 'PUT', path, fault: 'reset' })
    await params.bar.click()
    await expect(params.review).toBeVisible()
    await expectAccessible(page, 'reviewing')
    await params.review.getByRole('button', { name: 'Confirm changes' }).click()
    await expect(params.review.getByText('Failed')).toBeVisible({ timeout: 30_000 })
    await expectAccessible(page, 'reviewed and sent')
    await params.review.getByRole('button', { name: 'Done' }).click()
    await expect(params.row('Cost centre')).toContainText('Outcome unknown')
    await expectAccessible(page, 'saved, failed and of unknown outcome')
  })

  test(`definitions ${at}`, async ({ openPage }) => {
    test.setTimeout(120_000)
    const { page } = await openPage(viewport)
    await page.goto('/settings/external-parameters')
    const section = page.getByRole('region', { name: 'SIMs' })
    await expect(section.getByRole('button', { name: /^Add/ })).toBeEnabled()
    await expectAccessible(page, 'fresh')
    await section.getByRole('button', { name: /^Add/ }).click()
    await section.getByRole('button', { name: 'Create' }).click()
    await expect(section.getByText('This is required.').first()).toBeVisible()
    await expectAccessible(page, 'creating, with errors')
    await section.getByRole('button', { name: 'Cancel' }).click()
    await section.getByRole('button', { name: 'Edit Vehicle' }).click()
    await page.locator('dialog [name=name]').fill('renamed')
    await expect(page.getByText('The rename makes')).toBeVisible()
    await expectAccessible(page, 'renaming')
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    await section.getByRole('button', { name: 'Delete Vehicle' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expectAccessible(page, 'asking before a definition is deleted')
  })

  test(`SIMs and plans ${at}`, async ({ openPage, sandbox }) => {
    test.setTimeout(120_000)
    const id = await sandbox.create(minimalBody())
    const [child] = await sandbox.children()
    const { page } = await openPage(viewport)
    const params = new ExternalParamsPage(page)
    await page.goto('/settings/external-parameters/subscribers')
    await page
      .getByRole('button', { name: /^Edit values/ })
      .first()
      .click()
    await expect(params.value('Vehicle')).toBeVisible()
    await expectAccessible(page, 'own SIMs, one open')
    await page.goto('/settings/external-parameters/subscribers?query=nothing')
    await expect(page.getByText('No SIM matches')).toBeVisible()
    await expectAccessible(page, 'own SIMs without a match')
    await page.goto('/settings/external-parameters/plans')
    await expect(page.getByRole('button', { name: /^Edit values/ }).first()).toBeVisible()
    await expectAccessible(page, 'plans')
    await page.goto(`/customers/${child?.customerId}/external-parameters/subscribers`)
    await expect(page.getByRole('list', { name: 'SIMs' })).toBeVisible()
    await expectAccessible(page, 'SIMs of a sub-customer')
    await page.goto(`/customers/${id}/external-parameters/subscribers`)
    await expect(page.getByText('No SIM is on record.')).toBeVisible()
    await expectAccessible(page, 'SIMs of one that has none')
  })

  test(`external parameters of one who may only read ${at}`, async ({ openPage, sandbox }) => {
    const id = await sandbox.create(minimalBody())
    const { page } = await openPage({ user: 'viewer', ...viewport })
    await page.goto(`/customers/${id}/external-parameters`)
    await expect(page.getByText('Not set').first()).toBeVisible()
    await expectAccessible(page, 'values to read')
    await page.goto('/settings/external-parameters')
    await expect(page.getByText('4 of 5 used')).toBeVisible()
    await expectAccessible(page, 'definitions to read')
  })
}
