import { expect, test, vi } from 'vitest'
import { onSessionEnded, signedInStretch, tellSessionEnded, tellSessionResumed } from './session-ended'

test('tells its listeners until they leave', () => {
  const listener = vi.fn()
  const leave = onSessionEnded(listener)
  tellSessionEnded()
  leave()
  tellSessionEnded()
  expect(listener).toHaveBeenCalledTimes(1)
})

test('a late answer about the session before does not end the present one', () => {
  const listener = vi.fn()
  const leave = onSessionEnded(listener)
  const before = signedInStretch()
  tellSessionResumed()
  tellSessionEnded(before)
  expect(listener).not.toHaveBeenCalled()
  tellSessionEnded(signedInStretch())
  expect(listener).toHaveBeenCalledTimes(1)
  leave()
})
