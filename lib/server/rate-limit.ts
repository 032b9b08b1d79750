import 'server-only'
import { processWide } from '@/lib/env'
import { Refusal } from '@/lib/platform/refusal'

/** Calls that one session may make in a window. Far above what a person does, far below what harms the platform. */
const callsPerWindow = 900
const windowMs = 60_000
/** Windows kept before the dead ones are thrown out. */
const sweepAt = 10_000

type Window = { startedMs: number; calls: number }

/**
 * Counts a call of a session.
 * @throws Refusal GLOBAL_1004 (429) with the seconds until the window ends
 */
export function countCall(sessionId: string, nowMs = Date.now()): void {
  const windows = processWide('rate-limit', () => new Map<string, Window>())
  if (windows.size > sweepAt) {
    for (const [id, { startedMs }] of windows) if (nowMs - startedMs >= windowMs) windows.delete(id)
  }
  const current = windows.get(sessionId)
  if (!current || nowMs - current.startedMs >= windowMs) {
    windows.set(sessionId, { startedMs: nowMs, calls: 1 })
    return
  }
  current.calls++
  if (current.calls > callsPerWindow) {
    throw new Refusal('GLOBAL_1004', { retryAfterSeconds: Math.ceil((current.startedMs + windowMs - nowMs) / 1000) })
  }
}
