import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { ApiClient } from '@/e2e/fixtures/api-client'
import { expectAccessible } from '@/e2e/fixtures/axe'
import { minimalBody } from '@/e2e/fixtures/customer-body'
import { demoPassword, demoUsers } from '@/e2e/fixtures/demo-users'
import { definitionsAt, setValuesAt, valuesAt } from '@/e2e/fixtures/params-at-sandbox'
import type { SandboxClient } from '@/e2e/fixtures/sandbox-client'
import { cookiesOf } from '@/e2e/fixtures/session-cookies'
import { storedInBrowser } from '@/e2e/fixtures/stored-in-browser'
import { expect, test } from '@/e2e/fixtures/test'
import { ExternalParamsPage } from '@/e2e/pages/external-params-page'

/** What is typed or sent about external parameters outlives a reload, a lost answer and the end of the session. */

const definitionsPath = '/settings/external-parameters'
const statusPath = '/api/v2/global/call/'
/** Paths of writes of definitions, for faults at the sandbox. */
const definitionWrites = '^/api/v2/customer/[^/]+/external-params-config/'

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
  await sandbox.hideEnds()
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

  await sandbox.hideEnds()
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
  const own = await ownDefinition(page, sandbox)
  const after = `Shown ${randomUUID().slice(0, 8)}`
  await sandbox.reset()
  await sandbox.fault({ method: 'POST', path: definitionWrites, fault: 'reset', afterAccept: true })
  await own.edit({ displayName: after })
  await own.dialog.getByRole('button', { name: 'Save definition' }).click()
  await expect(own.dialog).toContainText('It is not known yet whether it arrived')
  await expect(own.dialog).toBeHidden({ timeout: 30_000 })
  await expect(own.section.getByText(after)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('The definitions are as you asked.')).toBeAttached()
  expect(await sandbox.struck()).toBe(1)
  expect(await sandbox.writes()).toHaveLength(1)
  await own.end()
})

test('what somebody else has changed of a definition meanwhile is never overwritten unseen: the user chooses element by element', async ({
  signedInPage: page,
  guards,
  sandbox,
}) => {
  guards.allow(/^answer 409/)
  const own = await ownDefinition(page, sandbox)
  const { dialog } = own
  await own.edit({ displayName: 'Mine', Description: 'Mine' })
  const theirs = { displayName: 'Theirs', Description: 'Theirs', isSearchable: false }
  await own.elsewhere('POST', theirs)
  await sandbox.reset()
  await dialog.getByRole('button', { name: 'Save definition' }).click()
  const conflict = dialog.getByRole('group', { name: 'Somebody else has changed this meanwhile' })
  await expect(conflict).toBeFocused()
  await expect(conflict).toContainText('Display name is “Theirs” now.')
  await expect(conflict).toContainText('Searchable is “No” now. You have not changed it, so it stays like that.')
  await expect(dialog.locator('[name=isSearchable]')).not.toBeChecked()
  expect(await sandbox.writes()).toEqual([])
  await expectAccessible(page, 'choosing between theirs and mine')

  const of = (field: string) => conflict.getByRole('listitem').filter({ hasText: field })
  await of('Display name').getByRole('button', { name: 'Take theirs' }).click()
  await expect(dialog.locator('[name=displayName]')).toHaveValue('Theirs')
  await expect(dialog.locator('[name=displayName]')).toBeFocused()
  await of('Description').getByRole('button', { name: 'Keep mine' }).click()
  await expect(dialog.locator('[name=Description]')).toBeFocused()
  await expect(dialog).toContainText('Changed. Was: Theirs')
  await dialog.getByRole('button', { name: 'Save definition' }).click()
  await expect(own.section.getByRole('button', { name: 'Edit Theirs' })).toBeFocused()
  await expect(own.section.getByText('Mine', { exact: true })).toBeVisible({ timeout: 30_000 })
  expect((await sandbox.writes()).map(({ body }) => body)).toEqual([{ Description: 'Mine', isSearchable: false }])
  await own.end()
})

test('a definition is not deleted with more values than the user was told: he is asked again with what stands', async ({
  signedInPage: page,
  guards,
  sandbox,
  api,
}) => {
  guards.allow(/^answer 409/)
  const own = await ownDefinition(page, sandbox)
  const [plan] = (await api.get<{ planId: string }>(`/api/v2/customer/${await sandbox.customerId()}/plan`)).content
  await own.section.getByRole('button', { name: `Delete ${own.name}` }).click()
  await expect(own.dialog).toContainText('It has no values.')
  await setValuesAt(sandbox, 'plan', String(plan?.planId), { [own.name]: 'V-1' })
  await sandbox.reset()
  await own.dialog.getByRole('button', { name: 'Delete definition' }).click()
  await expect(own.dialog.getByRole('group', { name: 'Somebody else has changed this meanwhile' })).toBeFocused()
  await expect(own.dialog).toContainText(`It is called “${own.name}” now and has 1 value.`)
  await expect(own.dialog).toContainText('Its 1 value goes with it.')
  expect(await sandbox.writes()).toEqual([])
  await own.dialog.getByRole('button', { name: 'Delete definition' }).click()
  await expect(own.section.getByText(own.name, { exact: true })).toHaveCount(0, { timeout: 30_000 })
  // What had the focus is gone, so the section has it.
  await expect(own.section).toBeFocused()
  expect(await sandbox.writes()).toHaveLength(1)
})

test('the dialogs about a definition give the focus back, and a fault is said where it is', async ({
  signedInPage: page,
  sandbox,
}) => {
  const own = await ownDefinition(page, sandbox)
  const button = (word: string) => own.section.getByRole('button', { name: `${word} ${own.name}` })
  const [edit, remove] = [button('Edit'), button('Delete')]
  for (const [opener, way] of [
    [edit, 'Cancel'],
    [edit, 'Close'],
    [remove, 'Keep it'],
  ] as const) {
    await opener.click()
    await own.dialog.getByRole('button', { name: way, exact: true }).click()
    await expect(own.dialog).toBeHidden()
    await expect(opener).toBeFocused()
  }
  await own.edit({ name: '' })
  await own.dialog.getByRole('button', { name: 'Save definition' }).click()
  await expect(own.dialog.getByRole('group', { name: /your attention/ })).toBeFocused()
  await expect(own.dialog.locator('[name=name]')).toHaveAttribute('aria-invalid', 'true')
  await own.dialog.locator('[name=name]').fill(own.name)
  await own.dialog.locator('[name=Description]').fill('Said')
  await sandbox.fault({ method: 'GET', path: statusPath, fault: 'delay', ms: 2000 })
  await own.dialog.getByRole('button', { name: 'Save definition' }).click()
  await expect(own.section.getByText('In progress')).toBeVisible()
  await expect(edit).toBeFocused()
  await expect(edit).toHaveAttribute('aria-disabled', 'true')
  await expect(own.section.getByText('Said')).toBeVisible({ timeout: 30_000 })
  await expect(edit).toBeFocused()
  await own.end()
})

test('definitions that the platform could not carry out are told one by one, and what was typed comes back as a draft', async ({
  signedInPage: page,
  sandbox,
}) => {
  const own = await ownDefinition(page, sandbox)
  const name = `n${randomUUID().slice(0, 8)}`
  const sent = async () => (await storedInBrowser(page)).filter(({ key }) => key.includes('sentDefinitions'))
  const add = own.section.getByRole('button', { name: /^Add parameters/ })
  const field = page.locator('[name="externalParamsConfig.0.name"]')
  const failures = page.getByRole('alert').filter({ hasText: 'The platform could not carry it out' })
  await sandbox.fault({ method: 'POST', path: definitionWrites, fault: 'end', count: 2 })
  await add.click()
  await field.fill(name)
  await own.section.getByRole('button', { name: 'Create' }).click()
  await expect(failures).toHaveCount(1, { timeout: 30_000 })
  await expect(add).toBeFocused()
  await own.edit({ displayName: 'Never' })
  await own.dialog.getByRole('button', { name: 'Save definition' }).click()
  await expect(failures).toHaveCount(2, { timeout: 30_000 })
  await expect(failures.last()).toContainText('What you entered is kept as a draft')
  await expect.poll(sent).toEqual([])

  await failures.last().getByRole('button', { name: 'Close' }).click()
  await expect(failures).toHaveCount(1)
  await expect(own.section.getByRole('listitem').filter({ hasText: own.name })).toBeFocused()
  await own.edit({})
  await own.dialog.getByRole('button', { name: 'Restore draft' }).click()
  await expect(own.dialog.locator('[name=displayName]')).toHaveValue('Never')
  await own.dialog.getByRole('button', { name: 'Cancel' }).click()
  await add.click()
  await page.getByRole('button', { name: 'Restore draft' }).click()
  await expect(field).toHaveValue(name)
  await own.section.getByRole('button', { name: 'Create' }).click()
  await expect(own.section.getByText(name, { exact: true })).toBeVisible({ timeout: 30_000 })
  await expect.poll(sent).toEqual([])
  await add.click()
  await expect(field).toBeFocused()
  await expect(page.getByRole('button', { name: 'Restore draft' })).toHaveCount(0)
  await own.section.getByRole('button', { name: 'Cancel' }).click()
  await own.end()
  await own.end(name)
})

test('one that fails after a reload is told without taking the focus, and what was typed is a draft again', async ({
  signedInPage: page,
  guards,
  sandbox,
}) => {
  guards.allow(/^answer 502: GET \/api\/v2\/global\/call\//)
  const own = await ownDefinition(page, sandbox)
  await sandbox.fault({ method: 'POST', path: definitionWrites, fault: 'end' })
  await sandbox.hideEnds()
  await own.edit({ displayName: 'Never' })
  await own.dialog.getByRole('button', { name: 'Save definition' }).click()
  await expect(own.section.getByText('In progress')).toBeVisible()
  const sent = async () => (await storedInBrowser(page)).filter(({ key }) => key.includes('sentDefinitions'))
  await expect.poll(sent).toHaveLength(1)
  await page.reload()
  await expect(own.section.getByText('In progress')).toBeVisible()
  const add = own.section.getByRole('button', { name: /^Add parameters/ })
  await add.focus()
  await sandbox.reset()
  await expect(page.getByRole('status').filter({ hasText: 'could not carry it out' })).toBeVisible({ timeout: 30_000 })
  await expect(add).toBeFocused()
  await own.edit({})
  await own.dialog.getByRole('button', { name: 'Restore draft' }).click()
  await expect(own.dialog.locator('[name=displayName]')).toHaveValue('Never')
  await own.dialog.getByRole('button', { name: 'Cancel' }).click()
  await own.end()
})

/** A definition for plans of its own, made past the console, on the page of the definitions. */
async function ownDefinition(page: Page, sandbox: SandboxClient) {
  const name = `d${randomUUID().slice(0, 8)}`
  const base = `/api/v2/customer/${await sandbox.customerId()}/external-params-config`
  const dialog = page.getByRole('dialog')
  const section = page.getByRole('region', { name: 'Plans' })

  async function write(method: string, path: string, body?: unknown): Promise<void> {
    const response = await sandbox.send(method, path, body)
    const { content } = (await response.json()) as { content: { requestId: string }[] }
    if (!response.ok || !content[0]) throw new Error(`the sandbox refused: ${response.status}`)
    await sandbox.end(content[0].requestId)
  }

  async function idOf(named: string): Promise<string> {
    return (await definitionsAt(sandbox, 'plan')).find((definition) => definition.name === named)?.id ?? ''
  }

  await write('POST', `${base}/plan`, { externalParamsConfig: [{ name }] })
  const id = await idOf(name)
  await page.goto(definitionsPath)
  await expect(section.getByText(name, { exact: true })).toBeVisible()
  return {
    name,
    dialog,
    section,
    /** Opens its dialog and types. */
    async edit(elements: Record<string, string>): Promise<void> {
      await section.getByRole('listitem').filter({ hasText: name }).getByRole('button', { name: /^Edit/ }).click()
      for (const [element, text] of Object.entries(elements)) await dialog.locator(`[name=${element}]`).fill(text)
    },
    /** Does it past the console, and waits until it is done. */
    elsewhere: (method: 'POST', body: unknown) => write(method, `${base}/${id}`, body),
    /** Deletes it, or another one, past the console. */
    end: async (named = name) => write('DELETE', `${base}/${await idOf(named)}`),
  }
}
