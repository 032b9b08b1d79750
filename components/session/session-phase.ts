import type { SessionEnd } from '@/lib/contract/security'
import type { SessionLife } from './session-channel'

/** How long before its end a session is warned of it, in milliseconds. */
export const warningMs = 2 * 60 * 1000

/** How often activity is told at most, in milliseconds. */
export const activityEveryMs = 60 * 1000

/** `over`: by our clock; only the server knows. */
export type SessionPhase = 'calm' | 'warning' | 'over'

/** Where a session stands at a moment. One whose end is not known is calm. */
export function phaseAt(life: SessionLife | undefined, nowMs: number): SessionPhase {
  if (!life || nowMs < life.endsAtMs - warningMs) return 'calm'
  return nowMs < life.endsAtMs ? 'warning' : 'over'
}

/** The end by this machine's clock, which may be wrong: only the time that is left is taken from the server. */
export function lifeOf({ endsAt, now, extendable }: SessionEnd, nowMs: number): SessionLife {
  return { endsAtMs: nowMs + Date.parse(endsAt) - Date.parse(now), extendable }
}
