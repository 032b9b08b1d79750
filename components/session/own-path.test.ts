import { describe, expect, it } from 'vitest'
import { ownPath } from './own-path'

describe('where signing in leads', () => {
  it.each(['/customers', '/customers?query=a%20b&page=2', '/customers/new#contact', '/'])(
    'keeps our own path %s',
    (next) => {
      expect(ownPath(next)).toBe(next)
    },
  )

  it.each([
    undefined,
    '',
    'customers',
    'https://evil.example/customers',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'javascript:alert(1)',
    '/..//evil.example',
    '/.//evil.example',
    '/x/..//evil.example',
    '///evil.example',
    '/%2e%2e//evil.example',
    '\\\\evil.example',
    '/\r//evil.example',
    ' //evil.example',
    'http:evil.example',
    'data:text/html,x',
    '/@evil.example/../..//evil.example',
  ])('never leaves the console for %j', (next) => {
    const path = ownPath(next)
    expect(path.startsWith('/')).toBe(true)
    expect(new URL(path, 'https://console.example').origin).toBe('https://console.example')
  })

  it.each(['/sign-in', '/sign-in?next=/sign-in', '/sign-in/code', '/api/v2/me'])('does not lead back to %s', (next) => {
    expect(ownPath(next)).toBe('/customers')
  })
})
