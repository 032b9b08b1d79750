import { afterEach, describe, expect, it, vi } from 'vitest'
import { authCall } from './auth-call'
import { onSessionEnded } from './session-ended'
import { signIn } from './sign-in'

function answer(status: number, body: unknown = {}) {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(JSON.stringify(body), { status })),
  )
}

afterEach(() => vi.unstubAllGlobals())

const credentials = { email: 'a@b.example', password: 'x', rememberMe: false }

describe('signing in', () => {
  it('tells whether a code is due', async () => {
    answer(200, { user: {} })
    expect(await signIn(credentials)).toEqual({ ok: true, value: 'signedIn' })
    answer(200, { twoFactorRedirect: true })
    expect(await signIn(credentials)).toEqual({ ok: true, value: 'codeDue' })
  })

  it.each([
    [401, { code: 'INVALID_EMAIL_OR_PASSWORD' }, { kind: 'wrongCredentials' }],
    [400, { code: 'INVALID_EMAIL' }, { kind: 'wrongCredentials' }],
    [429, { code: 'LOCKED', retryAfterSeconds: 30 }, { kind: 'locked', retryAfterSeconds: 30 }],
    [429, { message: 'Too many requests' }, { kind: 'tooMany' }],
    [503, { code: 'PLATFORM_UNAVAILABLE' }, { kind: 'unavailable' }],
    [500, null, { kind: 'unavailable' }],
  ])('takes %i %j for %j', async (status, body, failure) => {
    answer(status, body)
    expect(await signIn(credentials)).toEqual({ ok: false, failure })
  })

  it('tells a lost connection', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => {
        throw new TypeError('Failed to fetch')
      }),
    )
    expect(await signIn(credentials)).toEqual({ ok: false, failure: { kind: 'lost' } })
  })
})

describe('a call of somebody who is signed in', () => {
  const call = () => authCall({ path: '/change-password', body: {}, signedIn: true })

  it('tells that the session has ended, but not for a wrong password', async () => {
    const ended = vi.fn()
    const leave = onSessionEnded(ended)
    answer(400, { code: 'INVALID_PASSWORD' })
    expect(await call()).toEqual({ ok: false, failure: { kind: 'wrongPassword' } })
    expect(ended).not.toHaveBeenCalled()
    answer(401, {})
    expect(await call()).toEqual({ ok: false, failure: { kind: 'sessionEnded' } })
    expect(ended).toHaveBeenCalledTimes(1)
    leave()
  })

  it('names what is wrong with a password, as far as it is known', async () => {
    answer(400, { code: 'PASSWORD_TOO_WEAK', faults: ['tooCommon', 'new one'] })
    expect(await call()).toEqual({ ok: false, failure: { kind: 'weakPassword', faults: ['tooCommon'] } })
  })

  it('does not take an answer that cannot be read for a success', async () => {
    answer(200, { other: 1 })
    const outcome = await authCall({ path: '/x', body: {}, read: () => undefined })
    expect(outcome).toEqual({ ok: false, failure: { kind: 'unavailable' } })
  })
})
