import * as z from 'zod/mini'
import { type SessionEnd, sessionEnd } from '@/lib/contract/security'
import { send, sendForOne } from './send'

/** When this session ends if nobody does anything. Asking is no activity. */
export function readSessionEnd(): Promise<SessionEnd> {
  return sendForOne({ method: 'GET', path: '/api/v2/session/current', item: sessionEnd })
}

/** Says that the user did something, which moves the end of the session. */
export function tellActivity(): Promise<SessionEnd> {
  return sendForOne({ method: 'POST', path: '/api/v2/session/activity', body: {}, item: sessionEnd })
}

/** Ends one of the user's other sessions, or all of them but this one. */
export async function endSessions(id?: string): Promise<void> {
  const path = id === undefined ? '/api/v2/session' : `/api/v2/session/${encodeURIComponent(id)}`
  await send({ method: 'DELETE', path, item: z.unknown() })
}
