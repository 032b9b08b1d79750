import type { Page } from '@playwright/test'
import { expectAccessible } from '@/e2e/fixtures/axe'
import { BrowserLike } from '@/e2e/fixtures/browser-like'
import { invitedPassword } from '@/e2e/fixtures/invited-password'
import { makeUser } from '@/e2e/fixtures/invited-user'
import { expect, test } from '@/e2e/fixtures/test'
import { nextTotp, totp, unusedTotp } from '@/e2e/fixtures/totp'
import { SignInPage } from '@/e2e/pages/sign-in-page'

/** Each test has a user of its own, in a customer of its own with the policy that it needs. */

async function signIn(page: Page, email: string, next = '') {
  const form = new SignInPage(page)
  await form.goto(next)
  await form.signIn(email, invitedPassword)
}

/** Goes through the enrolment with the key alone. Returns the key and the recovery codes. */
async function enrol(page: Page) {
  await expect(page.getByRole('button', { name: 'Continue' })).toBeEnabled()
  await page.getByLabel('Password', { exact: true }).fill(invitedPassword)
  await page.getByRole('button', { name: 'Continue' }).click()
  const key = (await page.locator('code').textContent()) ?? ''
  await page.getByLabel('Code', { exact: true }).fill(totp(key))
  await page.getByRole('button', { name: 'Verify' }).click()
  const list = page.getByRole('listitem')
  await expect(list).toHaveCount(10)
  return { key, recoveryCodes: await list.allTextContents() }
}

/** The code page with its code: what is pressed before does nothing. */
async function codePageReady(page: Page) {
  await expect(page).toHaveURL(/\/sign-in\/code/)
  await expect(page.getByRole('button', { name: 'Verify' })).toBeEnabled()
}

async function finish(page: Page) {
  await page.getByLabel('I have stored these codes').check()
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** An enrolment past the browser. Returns the key and the recovery codes. */
async function enrolByApi(origin: string, email: string) {
  const client = new BrowserLike(origin)
  const password = invitedPassword
  await client.post('/api/auth/sign-in/email', { email, password, rememberMe: false })
  const { body } = await client.post('/api/auth/two-factor/enable', { password })
  const key = new URL(String(body.totpURI)).searchParams.get('secret') ?? ''
  expect((await client.post('/api/auth/two-factor/verify-totp', { code: totp(key) })).status).toBe(200)
  return { key, recoveryCodes: body.backupCodes as string[] }
}

test('MANDATORY: whoever has no second factor enrols by the key alone, and cannot decline', async ({
  page,
  guards,
  api,
  sandbox,
  instance,
}) => {
  expect(guards.violations()).toEqual([])
  const user = await makeUser({ api, sandbox, instance }, 'MANDATORY')
  await signIn(page, user.emailAddress)
  await expect(page).toHaveURL(/\/sign-in\/enrol/)
  await expect(page.getByRole('button', { name: 'Not now' })).toHaveCount(0)
  await page.goto('/settings/security')
  await expect(page).toHaveURL(/\/sign-in\/enrol/)
  await enrol(page)
  await finish(page)
  await expect(page).not.toHaveURL(/sign-in/)
  await page.goto('/settings/security')
  await expect(page.getByRole('button', { name: 'Turn off' })).toHaveCount(0)
})

test('a code is asked at the next sign-in; a wrong one is said, a right one leads on', async ({
  page,
  guards,
  api,
  sandbox,
  instance,
}) => {
  expect(guards.violations()).toEqual([])
  const user = await makeUser({ api, sandbox, instance }, 'MANDATORY')
  const { key } = await enrolByApi(instance.origin, user.emailAddress)
  await signIn(page, user.emailAddress, '?next=%2Fsettings%2Fsecurity')
  await codePageReady(page)
  const code = page.getByLabel('Code', { exact: true })
  await expect(code).toHaveAttribute('autocomplete', 'one-time-code')
  await expect(code).toHaveAttribute('inputmode', 'numeric')
  await code.fill('000000')
  await page.keyboard.press('Enter')
  await expect(code).toHaveAttribute('aria-invalid', 'true')
  await code.fill(nextTotp(key).replace(/^(...)/, '$1 '))
  await page.getByRole('button', { name: 'Verify' }).click()
  await expect(page).toHaveURL(/\/settings\/security$/)
})

test('a recovery code takes the place of the code once and never twice', async ({
  page,
  guards,
  api,
  sandbox,
  instance,
}) => {
  expect(guards.violations()).toEqual([])
  const user = await makeUser({ api, sandbox, instance }, 'MANDATORY')
  const { recoveryCodes } = await enrolByApi(instance.origin, user.emailAddress)
  const use = async () => {
    await signIn(page, user.emailAddress)
    await codePageReady(page)
    await page.getByRole('button', { name: 'Use a recovery code' }).click()
    await page.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '')
    await page.getByRole('button', { name: 'Verify' }).click()
  }
  await use()
  await expect(page).not.toHaveURL(/sign-in/)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await use()
  await expect(page.getByLabel('Recovery code')).toHaveAttribute('aria-invalid', 'true')
  await expect(page).toHaveURL(/\/sign-in\/code/)
})

test('ENABLED: the first sign-in offers a second factor, which may be declined once and for all', async ({
  page,
  guards,
  api,
  sandbox,
  instance,
}) => {
  expect(guards.violations()).toEqual([])
  const user = await makeUser({ api, sandbox, instance }, 'ENABLED')
  await signIn(page, user.emailAddress)
  await expect(page).toHaveURL(/\/sign-in\/enrol/)
  await expect(page.getByRole('button', { name: 'Continue' })).toBeEnabled()
  await page.getByRole('button', { name: 'Not now' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await signIn(page, user.emailAddress)
  await expect(page).not.toHaveURL(/sign-in/)
  await page.goto('/settings/security')
  await expect(page.getByRole('button', { name: 'Turn on' })).toBeVisible()
})

test('DISABLED: nothing is asked, and the settings say why', async ({ page, guards, api, sandbox, instance }) => {
  expect(guards.violations()).toEqual([])
  const user = await makeUser({ api, sandbox, instance }, 'DISABLED')
  await signIn(page, user.emailAddress)
  await expect(page).not.toHaveURL(/sign-in/)
  await page.goto('/settings/security')
  await expect(page.getByRole('heading', { name: 'Security' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Turn on' })).toHaveCount(0)
  await expectAccessible(page, 'security under DISABLED')
})

test('MANDATORY: the factor moves to a new phone under /settings/security', async ({
  page,
  guards,
  api,
  sandbox,
  instance,
}) => {
  expect(guards.violations()).toEqual([])
  const user = await makeUser({ api, sandbox, instance }, 'MANDATORY')
  const { recoveryCodes } = await enrolByApi(instance.origin, user.emailAddress)
  // The old phone is not at hand: a recovery code lets its owner in.
  await signIn(page, user.emailAddress, '?next=%2Fsettings%2Fsecurity')
  await codePageReady(page)
  await page.getByRole('button', { name: 'Use a recovery code' }).click()
  await page.getByLabel('Recovery code').fill(recoveryCodes[0] ?? '')
  await page.getByRole('button', { name: 'Verify' }).click()
  await page.getByRole('button', { name: 'Replace authenticator' }).click()
  const dialog = page.getByRole('dialog', { name: 'Replace your authenticator' })
  const password = dialog.getByLabel('Password', { exact: true })
  await expect(password).toBeFocused()
  await password.fill('Wrong-password-1')
  await page.keyboard.press('Enter')
  await expect(password).toHaveAccessibleDescription('The password is not right. Check it and try again.')
  await expect(password).toHaveAttribute('aria-invalid', 'true')
  await expect(password).toBeFocused()
  await password.fill(invitedPassword)
  await page.keyboard.press('Enter')
  const key = (await dialog.locator('code').textContent()) ?? ''
  const code = dialog.getByLabel('Code', { exact: true })
  await code.fill('000000')
  await page.keyboard.press('Enter')
  await expect(code).toHaveAttribute('aria-invalid', 'true')
  await code.fill(unusedTotp(key))
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Replace authenticator' })).toBeFocused()
  await expect(page.getByText('9 codes left')).toBeVisible()

  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await signIn(page, user.emailAddress)
  await codePageReady(page)
  await page.getByLabel('Code', { exact: true }).fill(unusedTotp(key))
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/sign-in/)
})
