import { isJsonObject } from '@/lib/contract/json-object'
import { type PasswordFault, passwordFaultCodes } from '@/lib/contract/password'
import { signInCodes } from '@/lib/contract/sign-in-code'
import { type Answer, exchange } from './exchange'
import { LostError } from './lost-error'
import { signedInStretch, tellSessionEnded } from './session-ended'

/** Why a call of the auth library's doors did not do what was asked. */
export type AuthFailure =
  | { kind: SimpleFailure }
  | { kind: 'locked'; retryAfterSeconds: number }
  | { kind: 'weakPassword'; faults: PasswordFault[] }

type SimpleFailure =
  | 'wrongCredentials'
  | 'wrongPassword'
  | 'wrongCode'
  | 'wrongRecoveryCode'
  | 'challengeEnded'
  | 'replacementEnded'
  | 'factorChanged'
  | 'invalidLink'
  | 'policyForbids'
  | 'sessionEnded'
  | 'tooMany'
  | 'refused'
  | 'unavailable'
  | 'lost'

export type AuthOutcome<T> = { ok: true; value: T } | { ok: false; failure: AuthFailure }

const failureOfCode: Record<string, SimpleFailure> = {
  [signInCodes.wrongCredentials]: 'wrongCredentials',
  [signInCodes.wrongPassword]: 'wrongPassword',
  [signInCodes.wrongCode]: 'wrongCode',
  [signInCodes.wrongRecoveryCode]: 'wrongRecoveryCode',
  [signInCodes.challengeEnded]: 'challengeEnded',
  [signInCodes.replacementEnded]: 'replacementEnded',
  [signInCodes.invalidLink]: 'invalidLink',
  [signInCodes.policyForbids]: 'policyForbids',
  [signInCodes.alreadyEnrolled]: 'factorChanged',
  [signInCodes.notEnrolled]: 'factorChanged',
}

type AuthCall<T> = {
  /** Below /api/auth. */
  path: string
  body: object
  /** What an answer of 4xx means whose code says nothing else. */
  otherwise?: SimpleFailure
  /** The call is made with a session: an answer of 401 without a reason means that it has ended. */
  signedIn?: boolean
  /** Reads the answer; undefined when it is not what was promised. */
  read?: (body: Record<string, unknown>) => T | undefined
}

/** One call of the auth library's doors. It answers how that ended and does not throw. */
export async function authCall<T = true>(call: AuthCall<T>): Promise<AuthOutcome<T>> {
  const stretch = signedInStretch()
  try {
    const answer = await exchange({ method: 'POST', path: `/api/auth${call.path}`, body: call.body })
    const outcome = outcomeOf(answer, call)
    if (!outcome.ok && outcome.failure.kind === 'sessionEnded') tellSessionEnded(stretch)
    return outcome
  } catch (error) {
    if (error instanceof LostError) return { ok: false, failure: { kind: 'lost' } }
    throw error
  }
}

function outcomeOf<T>(
  { status, body }: Answer,
  { otherwise = 'refused', signedIn, read }: AuthCall<T>,
): AuthOutcome<T> {
  const fields = isJsonObject(body) ? body : {}
  if (status < 300) {
    const value = read ? read(fields) : (true as T)
    return value === undefined ? { ok: false, failure: { kind: 'unavailable' } } : { ok: true, value }
  }
  const known = typeof fields.code === 'string' ? failureOfCode[fields.code] : undefined
  const { retryAfterSeconds, faults } = fields
  if (status === 429) {
    if (typeof retryAfterSeconds !== 'number') return { ok: false, failure: { kind: 'tooMany' } }
    return { ok: false, failure: { kind: 'locked', retryAfterSeconds } }
  }
  if (Array.isArray(faults)) {
    return {
      ok: false,
      failure: { kind: 'weakPassword', faults: passwordFaultCodes.filter((one) => faults.includes(one)) },
    }
  }
  if (known) return { ok: false, failure: { kind: known } }
  if (status === 401 && signedIn) return { ok: false, failure: { kind: 'sessionEnded' } }
  return { ok: false, failure: { kind: status < 500 ? otherwise : 'unavailable' } }
}
