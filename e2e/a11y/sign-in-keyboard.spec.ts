import { invitedPassword } from '@/e2e/fixtures/invited-password'
import { makeUser } from '@/e2e/fixtures/invited-user'
import { focused, tabTo } from '@/e2e/fixtures/keyboard'
import { expect, test } from '@/e2e/fixtures/test'
import { unusedTotp } from '@/e2e/fixtures/totp'

test('sign-in, enrolment by the key alone, sign-out and sign-in with a code, by keyboard alone', async ({
  page,
  guards,
  api,
  sandbox,
  instance,
}) => {
  test.setTimeout(120_000)
  expect(guards.violations()).toEqual([])
  const { emailAddress } = await makeUser({ api, sandbox, instance }, 'MANDATORY')
  const keyboard = page.keyboard
  const passPassword = async () => {
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled()
    expect((await focused(page)).control).toBe('email')
    await keyboard.type(emailAddress)
    await tabTo(page, ({ control }) => control === 'password')
    await keyboard.type(invitedPassword)
    await keyboard.press('Enter')
  }

  await page.goto('/sign-in')
  await passPassword()
  await expect(page).toHaveURL(/\/sign-in\/enrol/)
  await expect(page.getByRole('button', { name: 'Continue' })).toBeEnabled()
  await tabTo(page, ({ control }) => control === 'password')
  await keyboard.type('Wrong-password-1')
  await keyboard.press('Enter')
  const password = page.getByLabel('Password', { exact: true })
  await expect(password).toHaveAttribute('aria-invalid', 'true')
  await expect(password).toBeFocused()
  // What was wrong is selected: typing takes its place.
  await keyboard.type(invitedPassword)
  await keyboard.press('Enter')

  await expect(page.getByRole('heading', { name: 'Add the key to your authenticator' })).toBeFocused()
  const key = (await page.locator('code').textContent()) ?? ''
  await tabTo(page, ({ control }) => control === 'code')
  await keyboard.type(unusedTotp(key))
  await keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Store your recovery codes' })).toBeFocused()
  await tabTo(page, ({ name }) => name === 'Continue')
  await keyboard.press('Enter')
  expect((await focused(page)).control, 'the codes are not stored yet').toBe('stored')
  await keyboard.press('Space')
  await tabTo(page, ({ name }) => name === 'Continue')
  await keyboard.press('Enter')
  await expect(page).not.toHaveURL(/sign-in/)

  await tabTo(page, ({ name }) => name === 'Sign out')
  await keyboard.press('Enter')
  await expect(page).toHaveURL(/\/sign-in$/)
  await passPassword()
  await expect(page).toHaveURL(/\/sign-in\/code/)
  await expect(page.getByRole('button', { name: 'Verify' })).toBeEnabled()
  expect((await focused(page)).control).toBe('code')
  await keyboard.type(unusedTotp(key))
  await keyboard.press('Enter')
  await expect(page).not.toHaveURL(/sign-in/)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
