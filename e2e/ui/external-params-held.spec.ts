import { randomUUID } from 'node:crypto'
import { ApiClient } from '@/e2e/fixtures/api-client'
import { minimalBody } from '@/e2e/fixtures/customer-body'
import { demoPassword, demoUsers } from '@/e2e/fixtures/demo-users'
import { definitionsAt, setValuesAt, valuesAt } from '@/e2e/fixtures/params-at-sandbox'
import { cookiesOf } from '@/e2e/fixtures/session-cookies'
import { storedInBrowser } from '@/e2e/fixtures/stored-in-browser'
import { expect, test } from '@/e2e/fixtures/test'
import { ExternalParamsPage } from '@/e2e/pages/external-params-page'

/** What is typed or sent about external parameters outlives a reload, a lost answer and the end of the session. */

const definitionsPath = '/settings/external-parameters'
const statusPath = '/api/v2/global/call/'

test('when the session has ended, one signs in over the values: what was typed stays, and is sent only when asked for again', async ({
  openPage,
  sandbox,
  instance,
}) => {
  const id = await sandbox.create(minimalBody())
  await setValuesAt(sandbox, 'customer', id, { crmAccountId: 'CRM-1' })
  await sandbox.reset()
  const { page, context } = await openPage({ user: 'nobody' })
  const session = await ApiClient.signIn(instance.origin, demoUsers.admin)
  await context.addCookies(cookiesOf(session, instance.origin))
  const params = new ExternalParamsPage(page)
  await params.goto(id)
  await params.value('CRM account').fill('CRM-2')
  await session.post('/api/auth/sign-out', {})
  await params.save('CRM account')
  const dialog = page.getByRole('dialog', { name: 'Sign in again' })
  await dialog.getByLabel('Password', { exact: true }).fill(demoPassword)
  await dialog.getByRole('button', { name: 'Sign in' }).click()
  await expect(dialog).toBeHidden()
  await expect(params.value('CRM account')).toHaveValue('CRM-2')
  expect(await sandbox.writes()).toEqual([])
  await params.save('CRM account')
  await params.expectSaved('CRM account')
  expect((await valuesAt(sandbox, 'customer', id)).crmAccountId?.value).toBe('CRM-2')
  expect(await sandbox.writes()).toHaveLength(1)
})

test('a value that is being set is In progress after a reload, too, and stands once its request has ended', async ({
  signedInPage: page,
  guards,
  sandbox,
}) => {
  guards.allow(/^answer 502: GET \/api\/v2\/global\/call\//)
  const id = await sandbox.create(minimalBody())
  await sandbox.reset()
  await sandbox.fault({ method: 'GET', path: statusPath, fault: 'nak', count: 1_000 })
  const params = new ExternalParamsPage(page)
  await params.goto(id)
  await params.value('CRM account').fill('CRM-9')
  await params.save('CRM account')
  await expect(params.row('CRM account')).toContainText('In progress')
  // Nothing is unsaved any more, so nothing is asked.
  await page.reload()
  await expect(params.row('CRM account')).toContainText('In progress')
  await sandbox.reset()
  await params.expectSaved('CRM account')
  await expect(params.value('CRM account')).toHaveValue('CRM-9')
})

test('definitions that are being made are In progress after a reload, and what was typed before they were sent is offered back', async ({
  signedInPage: page,
  guards,
  sandbox,
}) => {
  guards.allow(/^answer 502: GET \/api\/v2\/global\/call\//)
  const name = `n${randomUUID().slice(0, 8)}`
  const section = page.getByRole('region', { name: 'Plans' })
  const field = page.locator('[name="externalParamsConfig.0.name"]')
  const kept = async () => (await storedInBrowser(page)).filter(({ key }) => key.includes('newDefinitions'))
  await page.goto(definitionsPath)
  await section.getByRole('button', { name: /^Add parameters/ }).click()
  await field.fill(name)
  await expect.poll(kept).toHaveLength(1)
  expect(JSON.stringify(await kept())).not.toContain(name)
  page.once('dialog', (asked) => asked.accept())
  await page.reload()
  await section.getByRole('button', { name: /^Add parameters/ }).click()
  await page.getByRole('button', { name: 'Restore draft' }).click()
  await expect(field).toHaveValue(name)

  await sandbox.fault({ method: 'GET', path: statusPath, fault: 'nak', count: 1_000 })
  await section.getByRole('button', { name: 'Create' }).click()
  await expect(section.getByText('In progress')).toBeVisible()
  await expect.poll(kept).toEqual([])
  await page.reload()
  await expect(section.getByText('In progress')).toBeVisible()
  await sandbox.reset()
  await expect(section.getByText(name, { exact: true })).toBeVisible({ timeout: 30_000 })
  await remove(name)

  async function remove(named: string) {
    await section.getByRole('button', { name: `Delete ${named}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Delete definition' }).click()
    await expect(section.getByText(named, { exact: true })).toHaveCount(0, { timeout: 30_000 })
  }
})

test('an answer about a definition that is lost on the way is found out about by reading, and nothing is sent twice', async ({
  signedInPage: page,
  guards,
  sandbox,
}) => {
  guards.allow(/^answer 50[24]/)
  const [definition] = await definitionsAt(sandbox, 'plan')
  const [before, after] = [definition?.displayName ?? '', `Shown ${randomUUID().slice(0, 8)}`]
  const section = page.getByRole('region', { name: 'Plans' })
  await sandbox.reset()
  await sandbox.fault({ method: 'PUT', path: '/external-params-config/', fault: 'reset', afterAccept: true })
  await page.goto(definitionsPath)
  await rename(after)
  await expect(page.getByRole('dialog')).toBeHidden({ timeout: 30_000 })
  await expect(section.getByText(after)).toBeVisible({ timeout: 30_000 })
  expect(await sandbox.writes()).toHaveLength(1)
  await rename(before)
  await expect(section.getByText(after)).toHaveCount(0, { timeout: 30_000 })

  async function rename(shown: string) {
    await section.getByRole('button', { name: /^Edit/ }).first().click()
    await page.getByRole('dialog').locator('[name=displayName]').fill(shown)
    await page.getByRole('dialog').getByRole('button', { name: 'Save definition' }).click()
  }
})
