import { createOTP } from '@better-auth/utils/otp'
import { afterEach, describe, expect, it, vi } from 'vitest'

/** The vectors of RFC 6238, appendix B, for SHA-1: the codes that the auth library checks against. */
const secret = '12345678901234567890'
const vectors: [seconds: number, code: string][] = [
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
]

afterEach(() => {
  vi.useRealTimers()
})

describe('a time-based code', () => {
  it.each(vectors)('at %i seconds is %s', async (seconds, code) => {
    vi.useFakeTimers({ toFake: ['Date'], now: seconds * 1000 })
    expect(await createOTP(secret, { digits: 8, period: 30 }).totp()).toBe(code)
    expect(await createOTP(secret, { digits: 6, period: 30 }).verify(code.slice(2))).toBe(true)
  })
})
