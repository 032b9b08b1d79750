import { expect, type Locator, type Page } from '@playwright/test'
import { WireForm } from './wire-form'

export type EditTab = 'Profile' | 'Contact' | 'Addresses' | 'Invoice' | 'Requests'

const pathOfTab: Record<EditTab, string> = {
  Profile: '',
  Contact: '/contact',
  Addresses: '/addresses',
  Invoice: '/invoice',
  Requests: '/requests',
}

/** `/customers/{id}` and the pages below it: one form over several pages. */
export class EditCustomerPage extends WireForm {
  readonly reviewButton: Locator
  readonly review: Locator
  readonly confirmButton: Locator
  readonly conflict: Locator
  readonly bar: Locator

  constructor(
    page: Page,
    readonly customerId: string,
  ) {
    super(page)
    this.reviewButton = page.getByRole('button', { name: 'Review changes' })
    this.review = page.getByRole('dialog', { name: 'Review changes' })
    this.confirmButton = page.getByRole('button', { name: 'Confirm changes' })
    this.conflict = page.getByRole('dialog', { name: 'Somebody else has changed this meanwhile' })
    this.bar = page.getByRole('status').filter({ hasText: /^(No changes|\d+ changes?|Sending)$/ })
  }

  /** Opens a page of the form and waits until it can be used. */
  async goto(tab: EditTab = 'Profile'): Promise<void> {
    await this.page.goto(`/customers/${this.customerId}${pathOfTab[tab]}`)
    if (tab !== 'Requests') await expect(this.reviewButton).toBeEnabled()
  }

  /** Goes to another page of the form by its tab. */
  async open(tab: EditTab): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Parts of this' }).getByRole('link', { name: tab }).click()
    await this.page.waitForURL(`**/customers/${this.customerId}${pathOfTab[tab]}`)
  }

  /** What the form says under a field of its change. */
  async change(name: string): Promise<Locator> {
    return this.page.locator(`[id="${await (await this.control(name)).getAttribute('id')}-change"]`)
  }

  /** Takes back the change of a field. */
  async undo(name: string): Promise<void> {
    const said = await this.change(name)
    await said.locator('xpath=..').getByRole('button', { name: /^Undo/ }).click()
  }

  /** Reviews and expects the rows of the review: element, now, new. */
  async expectReview(rows: string[][]): Promise<void> {
    await this.reviewButton.click()
    await expect(this.review).toBeVisible()
    const shown = await this.review
      .getByRole('row')
      .evaluateAll((all) => all.slice(1).map((row) => [...row.children].map((cell) => cell.textContent ?? '')))
    expect(shown).toEqual(rows)
  }

  /** Confirms the review and waits until the platform has accepted it. */
  async confirm(): Promise<void> {
    await this.confirmButton.click()
    await expect(this.review).toBeHidden()
  }
}
