import { expect, type Locator, type Page } from '@playwright/test'
import { demoPassword } from '@/e2e/fixtures/demo-users'

/** `/sign-in`. */
export class SignInPage {
  readonly emailAddress: Locator
  readonly password: Locator
  readonly rememberMe: Locator
  readonly submitButton: Locator
  readonly failure: Locator

  constructor(readonly page: Page) {
    this.emailAddress = page.getByLabel('E-mail address')
    this.password = page.getByLabel('Password', { exact: true })
    this.rememberMe = page.getByLabel('Remember me')
    this.submitButton = page.getByRole('button', { name: 'Sign in', exact: true })
    this.failure = page.getByRole('alert').filter({ hasText: /\S/ })
  }

  async goto(search = ''): Promise<void> {
    await this.page.goto(`/sign-in${search}`)
    await expect(this.submitButton).toBeEnabled()
  }

  async signIn(emailAddress: string, password = demoPassword): Promise<void> {
    await this.emailAddress.fill(emailAddress)
    await this.password.fill(password)
    await this.submitButton.click()
  }
}
