import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type AttemptSource, beginAttempt, forgetAttempts, returnAttempt } from '@/lib/auth/attempts'
import { closeDatabase } from '@/lib/db/database'

const directory = mkdtempSync(join(tmpdir(), 'selfcare-attempts-'))
beforeAll(() => {
  Object.assign(process.env, {
    PLATFORM_URL: 'http://127.0.0.1:1',
    AUTH_SECRET: 'a secret that is long enough for the test',
    DATA_DIR: directory,
  })
})
afterAll(async () => {
  await closeDatabase()
  rmSync(directory, { recursive: true, force: true })
})

const start = new Date('2026-01-01T00:00:00Z')
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000)
const fresh = (address?: string): AttemptSource => ({ kind: 'password', account: randomUUID(), address })

async function fail(source: AttemptSource, times: number, now = start) {
  const attempts = []
  for (let index = 0; index < times; index++) attempts.push(await beginAttempt(source, now))
  return attempts
}

describe('attempts at an account', () => {
  it('are taken five times and locked from the sixth, with the seconds left', async () => {
    const source = fresh()
    const attempts = await fail(source, 6)
    expect(attempts.slice(0, 5).map(({ lockedForSeconds }) => lockedForSeconds)).toEqual(Array(5).fill(undefined))
    expect(attempts.map(({ locksNow }) => locksNow)).toEqual([false, false, false, false, true, false])
    expect(attempts[5]?.lockedForSeconds).toBe(30)
    expect(await beginAttempt(source, later(20))).toMatchObject({ lockedForSeconds: 10 })
  })

  it('lock for longer each time', async () => {
    const source = fresh()
    await fail(source, 5)
    let now = 31
    for (const seconds of [60, 120, 240]) {
      expect(await beginAttempt(source, later(now))).toMatchObject({ lockedForSeconds: undefined })
      expect(await beginAttempt(source, later(now))).toMatchObject({ lockedForSeconds: seconds })
      now += seconds + 1
    }
  })

  it('never lock for more than an hour', async () => {
    const source = fresh()
    let now = 0
    for (let index = 0; index < 20; index++) {
      const { lockedForSeconds } = await beginAttempt(source, later(now))
      expect(lockedForSeconds ?? 0).toBeLessThanOrEqual(3600)
      now += 3601
    }
  })

  it('during a lock do not lengthen it', async () => {
    const source = fresh()
    await fail(source, 5)
    await fail(source, 20, later(10))
    expect(await beginAttempt(source, later(31))).toMatchObject({ lockedForSeconds: undefined })
  })

  it('at the same time are counted one by one', async () => {
    const source = fresh()
    const attempts = await Promise.all(Array.from({ length: 20 }, () => beginAttempt(source, start)))
    expect(attempts.filter(({ lockedForSeconds }) => lockedForSeconds === undefined)).toHaveLength(5)
  })

  it('are forgotten after one that succeeded', async () => {
    const source = fresh()
    await fail(source, 4)
    await forgetAttempts(source)
    expect((await fail(source, 5)).every(({ lockedForSeconds }) => lockedForSeconds === undefined)).toBe(true)
  })

  it('do not count when the platform failed', async () => {
    const source = fresh()
    for (let index = 0; index < 20; index++) {
      expect(await beginAttempt(source, start)).toMatchObject({ lockedForSeconds: undefined })
      await returnAttempt(source)
    }
  })

  it('at a code do not use up those at a password', async () => {
    const source = fresh()
    await fail(source, 6)
    expect(await beginAttempt({ ...source, kind: 'code' }, start)).toMatchObject({ lockedForSeconds: undefined })
  })
})

it('an address that tries many accounts is locked out of all of them', async () => {
  const address = randomUUID()
  for (let index = 0; index < 100; index++) {
    expect(await beginAttempt(fresh(address), start)).toMatchObject({ lockedForSeconds: undefined })
  }
  expect((await beginAttempt(fresh(address), start)).lockedForSeconds).toBeGreaterThan(0)
})

it('an address from which many sign in rightly is never locked', async () => {
  const address = randomUUID()
  for (let index = 0; index < 150; index++) {
    const source = fresh(address)
    expect(await beginAttempt(source, start)).toMatchObject({ lockedForSeconds: undefined })
    await forgetAttempts(source)
  }
})
