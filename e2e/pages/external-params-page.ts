import { expect, type Locator, type Page } from '@playwright/test'

/** The values of one entity: `/customers/{id}/external-parameters`, and what a SIM or a plan shows when it is opened. */
export class ExternalParamsPage {
  readonly bar: Locator
  readonly review: Locator

  constructor(readonly page: Page) {
    this.bar = page.getByRole('button', { name: 'Review changes' })
    this.review = page.getByRole('dialog', { name: 'Review changes' })
  }

  /** Opens the page of a sub-customer and waits until it can be used. */
  async goto(customerId: string): Promise<void> {
    await this.page.goto(`/customers/${customerId}/external-parameters`)
    await expect(this.page.getByRole('button', { name: 'Save value' }).first()).toBeEnabled()
  }

  /** The row of a parameter, by the words that people call it by. */
  row(title: string): Locator {
    return this.page.getByRole('row').filter({ has: this.page.getByText(title, { exact: true }) })
  }

  /** The field of a parameter. */
  value(title: string): Locator {
    return this.row(title).locator('input[name=value]')
  }

  /** Sends what the field holds, by its own button. */
  async save(title: string): Promise<void> {
    await this.row(title).getByRole('button', { name: 'Save value' }).click()
  }

  /** Waits until the row's request has ended well. */
  async expectSaved(title: string): Promise<void> {
    await expect(this.row(title).getByText('Saved', { exact: true })).toBeVisible({ timeout: 30_000 })
  }

  /** Waits until the row's value has been taken away. */
  async expectRemoved(title: string): Promise<void> {
    await expect(this.row(title).getByText('Removed', { exact: true })).toBeVisible({ timeout: 30_000 })
  }
}
