import { describe, expect, it } from 'vitest'
import { sessionEnd } from '@/lib/auth/session-life'

const at = (hours: number) => new Date(hours * 3_600_000)

describe('a session ends', () => {
  it.each([
    ['after an idle hour', false, 0, 0, 1],
    ['an hour after the last activity', false, 0, 5, 6],
    ['ten hours after the sign-in, however active', false, 0, 9.5, 10],
    ['after three days when remembered, idle or not', true, 0, 0, 72],
    ['after three days when remembered, however active', true, 0, 71, 72],
  ])('%s', (_, rememberMe, started, active, end) => {
    expect(sessionEnd({ rememberMe, startedAt: at(started), lastActiveAt: at(active) })).toEqual(at(end))
  })
})
