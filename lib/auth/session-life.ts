/** How long a session lives, in milliseconds: without anybody doing anything, and at most. */
export type SessionLife = { idleMs: number; longestMs: number }

const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs

/** 1 hour idle and 10 hours at most; with "Remember me" 3 days and 3 days. */
export function sessionLife(rememberMe: boolean): SessionLife {
  return rememberMe ? { idleMs: 3 * dayMs, longestMs: 3 * dayMs } : { idleMs: hourMs, longestMs: 10 * hourMs }
}

/** What of a session decides when it ends. */
export type SessionTimes = { rememberMe: boolean; startedAt: Date; lastActiveAt: Date }

/** When a session ends if nobody does anything any more: the earlier of idleness and the longest life. */
export function sessionEnd({ rememberMe, startedAt, lastActiveAt }: SessionTimes): Date {
  const { idleMs, longestMs } = sessionLife(rememberMe)
  return new Date(Math.min(lastActiveAt.getTime() + idleMs, startedAt.getTime() + longestMs))
}
