import { expect, type Locator, type Page } from '@playwright/test'

type Path = (string | number)[]

/** Lists of the form, by their path on the wire, with the button that adds an entry. */
const addButtons: Record<string, string> = {
  address: 'Add address',
  'contact.identity': 'Add identity',
  customFields: 'Add custom field',
}

/** A form whose inputs are named by their path on the wire, handled as a person does: what is typed goes into what is seen. */
export class WireForm {
  readonly summary: Locator

  constructor(readonly page: Page) {
    this.summary = page.getByRole('group', { name: 'your attention' })
  }

  /** The form control that carries the wire's value of an element. */
  wire(name: string): Locator {
    return this.page.locator(`[name="${name}"]`)
  }

  /** The control that a person uses for an element: where the wire's value stands in a hidden one, the one beside it. */
  async control(name: string): Promise<Locator> {
    return (await this.#kindOf(name)).control
  }

  /** What a person uses for an element, and of which kind it is. Asked in one go: a form has many elements. */
  async #kindOf(name: string): Promise<{ control: Locator; kind: 'select' | 'checkbox' | 'composite' | 'text' }> {
    const wire = this.wire(name)
    await expect(wire, `the form has exactly one control named ${name}`).toHaveCount(1)
    const kind = await wire.evaluate((element) => {
      if (element instanceof HTMLSelectElement) return 'select'
      const type = element.getAttribute('type')
      if (type === 'checkbox') return 'checkbox'
      return type === 'hidden' || element.getAttribute('aria-hidden') === 'true' ? 'composite' : 'text'
    })
    const beside = 'input:not([aria-hidden="true"]):not([type="hidden"])'
    return { kind, control: kind === 'composite' ? wire.locator('xpath=..').locator(beside).first() : wire }
  }

  /** The text that describes a control: its error and its hint. */
  async description(name: string): Promise<string> {
    const control = await this.control(name)
    const ids = ((await control.getAttribute('aria-describedby')) ?? '').split(' ').filter(Boolean)
    const texts = await Promise.all(ids.map((id) => this.page.locator(`[id="${id}"]`).textContent()))
    return texts.join(' ')
  }

  /** Expects that an element is marked as wrong, with a text that says why, and is tied to that text. */
  async expectError(name: string, text?: string | RegExp): Promise<void> {
    const control = await this.control(name)
    await expect(control, `${name} is marked`).toHaveAttribute('aria-invalid', 'true')
    const error = this.page.locator(`[id="${await control.getAttribute('id')}-error"]`)
    await expect(error).not.toBeEmpty()
    if (text) await expect(error).toHaveText(text)
    expect(await this.description(name)).toContain((await error.textContent()) ?? '')
  }

  /** Names of the controls that are marked as wrong. */
  async invalidNames(): Promise<string[]> {
    const names = await this.page.locator('form [aria-invalid="true"]').evaluateAll((controls) =>
      controls.map((control) => {
        // The wire's value of a composite control stands in a control of that name beside it.
        let around: Element | null = control
        while (around && !around.getAttribute('name') && !around.querySelector('[name]')) around = around.parentElement
        return around?.getAttribute('name') ?? around?.querySelector('[name]')?.getAttribute('name') ?? control.id
      }),
    )
    return names.sort()
  }

  /** Enters a body of the wire, adding the entries of lists that it needs. */
  async fill(body: object): Promise<void> {
    for (const [path, value] of leavesOf(body)) {
      await this.addEntriesFor(path)
      await this.fillOne(path.join('.'), value)
    }
  }

  /** Enters one element's value of the wire. */
  async fillOne(name: string, value: unknown): Promise<void> {
    const { control, kind } = await this.#kindOf(name)
    if (kind === 'checkbox') return control.setChecked(value === true)
    if (kind === 'select') await control.selectOption(String(value))
    else await control.fill(String(value))
    // A composite control settles on the value when it is left.
    if (kind === 'composite') await control.blur()
    await expect(this.wire(name)).toHaveValue(String(value))
  }

  async addEntriesFor(path: Path): Promise<void> {
    for (const [at, segment] of path.entries()) {
      if (typeof segment !== 'number') continue
      const list = path.slice(0, at).join('.')
      const entry = this.page.locator(`[name^="${list}.${segment}."]`)
      while ((await entry.count()) === 0)
        await this.page.getByRole('button', { name: addButtons[list] ?? list }).click()
    }
  }
}

/** The elements of a body that hold a value, with their paths. */
export function leavesOf(body: unknown, path: Path = []): [Path, unknown][] {
  if (Array.isArray(body)) return body.flatMap((entry, index) => leavesOf(entry, [...path, index]))
  if (body === null || typeof body !== 'object') return [[path, body]]
  return Object.entries(body).flatMap(([name, value]) => leavesOf(value, [...path, name]))
}
