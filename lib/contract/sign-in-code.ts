/** Names of the auth library's error codes that the sign-in words in its own way, with ours beside them. */
export const signInCodes = {
  wrongCredentials: 'INVALID_EMAIL_OR_PASSWORD',
  /** Of somebody who is signed in, before something about the sign-in is changed. */
  wrongPassword: 'INVALID_PASSWORD',
  wrongCode: 'INVALID_CODE',
  wrongRecoveryCode: 'INVALID_BACKUP_CODE',
  challengeEnded: 'INVALID_TWO_FACTOR_COOKIE',
  invalidLink: 'INVALID_TOKEN',
  alreadyEnrolled: 'TOTP_ALREADY_ENABLED',
  notEnrolled: 'TOTP_NOT_ENABLED',
  /** Ours: too many attempts; `retryAfterSeconds` stands beside it and in Retry-After. */
  locked: 'LOCKED',
  /** Ours: the policy cannot be read, and what is not known is not taken for DISABLED. */
  platformUnavailable: 'PLATFORM_UNAVAILABLE',
  /** Ours: the customer's policy does not allow it. */
  policyForbids: 'POLICY_FORBIDS',
  /** Ours: no key of a new authenticator waits for its first code, or not any more. */
  replacementEnded: 'REPLACEMENT_ENDED',
  /** Ours: `faults` of the new password stand beside it. */
  weakPassword: 'PASSWORD_TOO_WEAK',
} as const
