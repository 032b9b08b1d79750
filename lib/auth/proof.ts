import type { MfaConfiguration } from '@/lib/contract/enums'

/** What a session still has to prove before it is one. */
export type MissingProof = 'code' | 'enrolment'

/** What decides it: the customer's policy now, whether the user has a second factor, and whether this session has proved it. */
export type Proof = { policy: MfaConfiguration; enrolled: boolean; proved: boolean }

/**
 * The proof that a session lacks under a policy, or undefined when it lacks none.
 * - DISABLED: always off, no code is asked even of a user who once enrolled.
 * - ENABLED: whoever has a second factor proves it; whoever has none may sign in without.
 * - MANDATORY: always on; whoever has none must enrol first.
 */
export function missingProof({ policy, enrolled, proved }: Proof): MissingProof | undefined {
  if (policy === 'DISABLED') return undefined
  if (enrolled) return proved ? undefined : 'code'
  return policy === 'MANDATORY' ? 'enrolment' : undefined
}
