import { expect, test } from 'vitest'
import { lifeOf, phaseAt, warningMs } from './session-phase'

test('a clock that is wrong does not move the end', () => {
  const end = { endsAt: '2026-01-01T01:00:00Z', now: '2026-01-01T00:00:00Z', extendable: true }
  expect(lifeOf(end, 5_000)).toEqual({ endsAtMs: 5_000 + 60 * 60 * 1000, extendable: true })
})

test.each([
  [0, 'calm'],
  [10 * 60_000 - warningMs - 1, 'calm'],
  [10 * 60_000 - warningMs, 'warning'],
  [10 * 60_000 - 1, 'warning'],
  [10 * 60_000, 'over'],
])('at %i ms a session of ten minutes is %s', (nowMs, phase) => {
  expect(phaseAt({ endsAtMs: 10 * 60_000, extendable: true }, nowMs)).toBe(phase)
})

test('is calm while its end is not known', () => {
  expect(phaseAt(undefined, Number.MAX_SAFE_INTEGER)).toBe('calm')
})
