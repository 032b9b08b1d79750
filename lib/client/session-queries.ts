import { queryOptions } from '@tanstack/react-query'
import { security, sessionItem } from '@/lib/contract/security'
import { send, sendForOne } from './send'

/** Keys of what is known about the user's own sign-in; `['security']` is all of it. */
export const securityKeys = {
  all: ['security'] as const,
  factor: ['security', 'factor'] as const,
  sessions: ['security', 'sessions'] as const,
}

/** The second factor of the signed-in user, and what the customer's policy says of it. */
export function securityOptions() {
  return queryOptions({
    queryKey: securityKeys.factor,
    queryFn: ({ signal }) => sendForOne({ method: 'GET', path: '/api/v2/security', item: security, signal }),
  })
}

/** Where the user is signed in. */
export function sessionsOptions() {
  return queryOptions({
    queryKey: securityKeys.sessions,
    queryFn: async ({ signal }) =>
      (await send({ method: 'GET', path: '/api/v2/session', item: sessionItem, signal })).content,
  })
}
