import { expect, type Locator, type Page } from '@playwright/test'

export type ShownStatus = 'In progress' | 'Successful' | 'Failed'

/** `/requests/{requestId}`. */
export class RequestPage {
  readonly outcome: Locator
  readonly openSubCustomer: Locator

  constructor(readonly page: Page) {
    this.outcome = page.getByRole('article')
    this.openSubCustomer = page.getByRole('link', { name: 'Open sub-customer' })
  }

  async goto(requestId: string): Promise<void> {
    await this.page.goto(`/requests/${requestId}`)
  }

  /** Waits for a status to be shown. */
  async expectStatus(status: ShownStatus): Promise<void> {
    await expect(this.outcome.getByText(status, { exact: true })).toBeVisible({ timeout: 30_000 })
  }
}
