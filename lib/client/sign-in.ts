import { type AuthOutcome, authCall } from './auth-call'
import { exchange } from './exchange'

export type Credentials = { email: string; password: string; rememberMe: boolean }

/** What follows a right password: nothing more, or a code of the second factor. */
export type SignedIn = 'signedIn' | 'codeDue'

/** Signs in with e-mail address and password. A failure never says which of the two was wrong. */
export function signIn(credentials: Credentials): Promise<AuthOutcome<SignedIn>> {
  return authCall<SignedIn>({
    path: '/sign-in/email',
    body: credentials,
    otherwise: 'wrongCredentials',
    read: ({ twoFactorRedirect }) => (twoFactorRedirect === true ? 'codeDue' : 'signedIn'),
  })
}

/** Proves the second factor, or completes its enrolment, with a code of the authenticator. */
export function verifyCode(code: string): Promise<AuthOutcome<true>> {
  return authCall({ path: '/two-factor/verify-totp', body: { code }, otherwise: 'wrongCode' })
}

/** Proves the second factor with one of the recovery codes, which is used up by it. */
export function verifyRecoveryCode(code: string): Promise<AuthOutcome<true>> {
  return authCall({ path: '/two-factor/verify-backup-code', body: { code }, otherwise: 'wrongRecoveryCode' })
}

/**
 * Ends the session.
 * @returns whether it ended; a session that was over already has ended too
 */
export async function signOut(): Promise<boolean> {
  const { status } = await exchange({ method: 'POST', path: '/api/auth/sign-out', body: {} })
  return status < 300 || status === 401
}
