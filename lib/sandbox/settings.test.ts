import { describe, expect, it } from 'vitest'
import { readSettings } from './settings'

describe('the environment', () => {
  it('may be empty', () => {
    const defaults = { port: 4010, dataDir: '.data', delayMs: 800, tokenLifetimeMs: 3_600_000, faults: false }
    expect(readSettings({})).toEqual(defaults)
    expect(readSettings({ SANDBOX_PORT: ' ', DATA_DIR: '', SANDBOX_FAULTS: '0' })).toEqual(defaults)
  })

  it('is read as it says', () => {
    expect(
      readSettings({
        SANDBOX_PORT: '4242',
        DATA_DIR: '/srv/data',
        SANDBOX_DELAY_MS: '0',
        SANDBOX_TOKEN_LIFETIME_MS: '5000',
        SANDBOX_FAULTS: '1',
      }),
    ).toEqual({ port: 4242, dataDir: '/srv/data', delayMs: 0, tokenLifetimeMs: 5000, faults: true })
  })

  it.each([
    ['SANDBOX_PORT', '65536'],
    ['SANDBOX_PORT', '80.5'],
    ['SANDBOX_DELAY_MS', '-1'],
    ['SANDBOX_DELAY_MS', '1e3'],
    ['SANDBOX_TOKEN_LIFETIME_MS', '0'],
    ['SANDBOX_FAULTS', 'yes'],
  ])('is refused by the name of the variable: %s=%s', (name, value) => {
    expect(() => readSettings({ [name]: value })).toThrow(new RegExp(`^${name} must be .*, is "${value}"$`))
  })
})
