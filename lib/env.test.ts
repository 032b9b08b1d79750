import { describe, expect, it } from 'vitest'
import { readEnv } from '@/lib/env'

const needed = { PLATFORM_URL: 'https://platform.example', AUTH_SECRET: 'x'.repeat(32) }

describe('readEnv', () => {
  it('fills in the documented defaults', () => {
    expect(readEnv(needed)).toEqual({
      ...needed,
      PORT: 3000,
      CONSOLE_URL: 'http://127.0.0.1:3000',
      PLATFORM_TIMEOUT_MS: 10_000,
      DATA_DIR: '.data',
      LOG_LEVEL: 'info',
    })
  })

  it('takes an empty variable for an absent one', () => {
    expect(readEnv({ ...needed, DATABASE_URL: '', PLATFORM_TIMEOUT_MS: '' }).PLATFORM_TIMEOUT_MS).toBe(10_000)
  })

  it('drops the slash behind the origin of the platform', () => {
    expect(readEnv({ ...needed, PLATFORM_URL: 'https://platform.example/' }).PLATFORM_URL).toBe(
      'https://platform.example',
    )
  })

  it.each([
    ['PLATFORM_URL', undefined, 'PLATFORM_URL is required'],
    ['PLATFORM_URL', 'platform', 'PLATFORM_URL must be a URL of http or https'],
    ['PLATFORM_URL', 'ftp://platform.example', 'PLATFORM_URL must be a URL of http or https'],
    ['PLATFORM_URL', 'https://platform.example/api', 'PLATFORM_URL must be an origin without a path'],
    ['PLATFORM_TIMEOUT_MS', '1e3', 'PLATFORM_TIMEOUT_MS must be a whole number, 1 to 600000'],
    ['PLATFORM_TIMEOUT_MS', '0', 'PLATFORM_TIMEOUT_MS must be 1 to 600000'],
    ['PLATFORM_TIMEOUT_MS', '4294967296', 'PLATFORM_TIMEOUT_MS must be 1 to 600000'],
    ['AUTH_SECRET', undefined, 'AUTH_SECRET is required'],
    ['AUTH_SECRET', 'short', 'AUTH_SECRET must have at least 32 characters'],
    ['DATABASE_URL', 'mysql://x', 'DATABASE_URL must be a URL of postgres or postgresql'],
    ['SMTP_URL', 'x', 'SMTP_URL must be a URL of smtp or smtps'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be debug, info, warn, error or silent'],
  ])('names %s when it is %s', (name, value, line) => {
    expect(() => readEnv({ ...needed, [name]: value })).toThrow(line)
  })

  it('never repeats the value of a malformed secret', () => {
    let told = ''
    try {
      readEnv({ ...needed, AUTH_SECRET: 'hunter2' })
    } catch (error) {
      told = String(error)
    }
    expect(told).toContain('AUTH_SECRET')
    expect(told).not.toContain('hunter2')
  })

  it('names all variables at fault, one a line', () => {
    expect(() => readEnv({})).toThrow('PLATFORM_URL is required\nAUTH_SECRET is required')
  })
})
