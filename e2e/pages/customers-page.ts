import { expect, type Locator, type Page } from '@playwright/test'

/** `/customers`. */
export class CustomersPage {
  readonly table: Locator
  readonly search: Locator
  readonly createLink: Locator
  readonly nextPage: Locator
  readonly previousPage: Locator
  readonly pageSize: Locator
  readonly sortByName: Locator

  constructor(readonly page: Page) {
    this.table = page.getByRole('table', { name: 'Sub-customers' })
    this.search = page.getByLabel('Search by name')
    this.createLink = page.getByRole('link', { name: 'Create sub-customer' })
    this.nextPage = page.getByRole('button', { name: 'Next page' })
    this.previousPage = page.getByRole('button', { name: 'Previous page' })
    this.pageSize = page.getByLabel('Rows per page')
    this.sortByName = page.getByRole('columnheader', { name: 'Name' }).getByRole('button')
  }

  async goto(search = ''): Promise<void> {
    await this.page.goto(`/customers${search}`)
    await this.expectLoaded()
  }

  /** Waits until the names stand in the table. */
  async expectLoaded(): Promise<void> {
    await expect(this.table).toBeVisible()
    await expect(this.table).not.toHaveAttribute('aria-busy', 'true')
  }

  /** The rows that hold a name: that of a sub-customer, and that of a request that is to make it. */
  row(name: string): Locator {
    return this.table.getByRole('row').filter({ hasText: name })
  }

  /** The links of the rows, in the order of the table. */
  names(): Locator {
    return this.table.getByRole('rowheader').getByRole('link')
  }
}
