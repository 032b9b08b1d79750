import 'server-only'
import type { Me } from '@/lib/contract/me'
import type { SignedIn } from '@/lib/server/session'

/** Answer of `GET /api/v2/me`. */
export function describeSession({ user, customer, policy, secondFactor }: SignedIn): Me {
  const { id, name, email, role } = user
  return {
    user: { id, name, email },
    role,
    ...customer,
    mfaConfiguration: policy,
    secondFactorEnrolled: secondFactor.enrolled,
  }
}
