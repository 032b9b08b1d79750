import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { closeDatabase } from '@/lib/db/database'
import { type Platform, platformFor } from '@/lib/platform/platform'
import { ScriptedPeer } from '@/lib/platform/scripted-peer'
import type { Actor } from '@/lib/server/session'

/**
 * For the tests of one file: a platform that answers as it is told, and in front of it a console with a folder of its own.
 * @param platformTimeoutMs how long the console waits for an answer
 */
export function platformForTests(platformTimeoutMs: number): ScriptedPeer {
  const peer = new ScriptedPeer()
  const directory = mkdtempSync(join(tmpdir(), 'selfcare-server-'))
  beforeAll(async () => {
    process.env.PLATFORM_URL = await peer.start()
    process.env.PLATFORM_TIMEOUT_MS = String(platformTimeoutMs)
    process.env.AUTH_SECRET = 'a secret that is long enough for the test'
    process.env.DATA_DIR = directory
    process.env.LOG_LEVEL = 'silent'
  })
  beforeEach(() => peer.reset())
  afterAll(async () => {
    await closeDatabase()
    peer.stop()
    rmSync(directory, { recursive: true, force: true })
  })
  return peer
}

/** A super admin of a parent that nobody else has, and that parent's access to the platform. */
export function newAdmin(): { session: Actor; platform: Platform } {
  const id = randomUUID()
  const user = { id, name: 'Grace', email: `${id}@liberty.example`, role: 'ROLE_SUPER_ADMIN' as const }
  return {
    session: { user, customer: { customerId: id, customerName: 'Liberty' } },
    platform: platformFor({ username: id, password: 'p' }),
  }
}
