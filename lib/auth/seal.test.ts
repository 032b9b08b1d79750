import { beforeAll, describe, expect, it } from 'vitest'
import { draftKey, seal, unseal } from '@/lib/auth/seal'

beforeAll(() => {
  process.env.PLATFORM_URL = 'http://127.0.0.1:1'
  process.env.AUTH_SECRET = 'a secret that is long enough for a seal'
})

describe('a seal', () => {
  it('opens to what was sealed, whatever the script', () => {
    expect(unseal('platform-password', seal('platform-password', 'pässwörd ‎ 密码 😀'))).toBe('pässwörd ‎ 密码 😀')
  })

  it('never looks the same twice', () => {
    expect(seal('platform-password', 'x')).not.toBe(seal('platform-password', 'x'))
  })

  it('cannot be opened for another purpose', () => {
    expect(() => unseal('submission-body', seal('platform-password', 'x'))).toThrow()
  })

  it('cannot be opened after any of its bytes was changed', () => {
    const sealed = Buffer.from(seal('platform-password', 'secret'), 'base64url')
    for (let index = 0; index < sealed.length; index++) {
      const changed = Buffer.from(sealed)
      changed[index] = (changed[index] ?? 0) ^ 1
      expect(() => unseal('platform-password', changed.toString('base64url'))).toThrow()
    }
  })
})

describe('the key of a user’s drafts', () => {
  it('is the same in every session of the user, and another for every user', () => {
    expect(draftKey('a')).toBe(draftKey('a'))
    expect(draftKey('b')).not.toBe(draftKey('a'))
    expect(Buffer.from(draftKey('a'), 'base64')).toHaveLength(32)
  })
})
