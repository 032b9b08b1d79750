import { type AuthOutcome, authCall } from './auth-call'
import { exchange } from './exchange'

export type Enrolment = {
  /** What an authenticator reads: an `otpauth:` address that holds the key. */
  totpUri: string
  recoveryCodes: string[]
}

/** Begins the enrolment of an authenticator. It is complete with its first code, see `verifyCode`. */
export function startEnrolment(password: string): Promise<AuthOutcome<Enrolment>> {
  return authCall({
    path: '/two-factor/enable',
    body: { password },
    signedIn: true,
    otherwise: 'wrongPassword',
    read: ({ totpURI, backupCodes }) => {
      const recoveryCodes = textsOf(backupCodes)
      return typeof totpURI === 'string' && recoveryCodes ? { totpUri: totpURI, recoveryCodes } : undefined
    },
  })
}

/**
 * Begins to move the second factor to another authenticator; the one before is good until the first code of the new one, see
 * `completeReplacement`. The value is the `otpauth:` address.
 */
export function startReplacement(password: string): Promise<AuthOutcome<string>> {
  return authCall({
    path: '/two-factor/replace',
    body: { password },
    signedIn: true,
    otherwise: 'wrongPassword',
    read: ({ totpURI }) => (typeof totpURI === 'string' ? totpURI : undefined),
  })
}

/** Completes it with the first code of the new authenticator. */
export function completeReplacement(code: string): Promise<AuthOutcome<true>> {
  return authCall({ path: '/two-factor/verify-replacement', body: { code }, signedIn: true, otherwise: 'wrongCode' })
}

/** Turns the second factor off. The customer's policy may forbid it. */
export function removeSecondFactor(password: string): Promise<AuthOutcome<true>> {
  return authCall({ path: '/two-factor/disable', body: { password }, signedIn: true, otherwise: 'wrongPassword' })
}

/** Makes new recovery codes. The ones before are worth nothing any more. */
export function renewRecoveryCodes(password: string): Promise<AuthOutcome<string[]>> {
  return authCall({
    path: '/two-factor/generate-backup-codes',
    body: { password },
    signedIn: true,
    otherwise: 'wrongPassword',
    read: ({ backupCodes }) => textsOf(backupCodes),
  })
}

/**
 * Puts enrolment off, where the customer's policy leaves it to the user.
 * @returns whether that was taken
 * @throws LostError when no answer came
 */
export async function declineEnrolment(): Promise<boolean> {
  const { status } = await exchange({ method: 'POST', path: '/api/v2/security/decline', body: {} })
  return status < 300
}

function textsOf(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? value : undefined
}
