import { expect, type Locator, type Page } from '@playwright/test'
import { WireForm } from './wire-form'

/** `/customers/new`. */
export class CreateCustomerPage extends WireForm {
  readonly submitButton: Locator
  readonly heading: Locator

  constructor(page: Page) {
    super(page)
    this.submitButton = page.getByRole('button', { name: 'Create sub-customer', exact: true })
    this.heading = page.getByRole('heading', { name: 'Create sub-customer', level: 1 })
  }

  /** Opens the form and waits until it can be used. */
  async goto(): Promise<void> {
    await this.page.goto('/customers/new')
    await expect(this.submitButton).toBeEnabled()
  }

  async submit(): Promise<void> {
    await this.submitButton.click()
  }

  /** Submits and waits for the page of the request. Returns the request's id. */
  async submitAccepted(): Promise<string> {
    await this.submit()
    await this.page.waitForURL(/\/requests\/[0-9a-f-]{36}$/)
    return new URL(this.page.url()).pathname.split('/').at(-1) ?? ''
  }
}
