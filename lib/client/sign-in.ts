import { exchange } from './exchange'

export type Credentials = { email: string; password: string; rememberMe: boolean }

/** How signing in ended. It never says which of the two was wrong. */
export type SignInOutcome = 'signedIn' | 'refused' | 'tooMany' | 'unavailable'

/**
 * Signs in with e-mail address and password at the auth library's own door.
 * @throws LostError when no answer came
 */
export async function signIn(credentials: Credentials): Promise<SignInOutcome> {
  const { status } = await exchange({ method: 'POST', path: '/api/auth/sign-in/email', body: credentials })
  if (status < 300) return 'signedIn'
  if (status === 429) return 'tooMany'
  return status < 500 ? 'refused' : 'unavailable'
}

/**
 * Ends the session.
 * @returns whether it ended; a session that was over already has ended too
 */
export async function signOut(): Promise<boolean> {
  const { status } = await exchange({ method: 'POST', path: '/api/auth/sign-out', body: {} })
  return status < 300 || status === 401
}
