import { type AuthOutcome, authCall } from './auth-call'

/** Asks for a link by mail to set a new password. The answer is the same whether or not anybody has that address. */
export function askPasswordReset(email: string): Promise<AuthOutcome<true>> {
  return authCall({ path: '/request-password-reset', body: { email } })
}

/** Sets a new password with the token of a mailed link. */
export function resetPassword(token: string, newPassword: string): Promise<AuthOutcome<true>> {
  return authCall({ path: '/reset-password', body: { token, newPassword }, otherwise: 'invalidLink' })
}

export type PasswordChange = { currentPassword: string; newPassword: string; revokeOtherSessions: boolean }

/** Changes the password of the signed-in user. */
export function changePassword(change: PasswordChange): Promise<AuthOutcome<true>> {
  return authCall({ path: '/change-password', body: change, signedIn: true, otherwise: 'wrongPassword' })
}
