import 'server-only'
import { type MfaConfiguration, mfaConfigurations } from '@/lib/contract/enums'
import type { Me } from '@/lib/contract/me'
import { processWide } from '@/lib/env'
import type { Platform } from '@/lib/platform/platform'
import { Refusal } from '@/lib/platform/refusal'
import type { SignedIn } from '@/lib/server/session'

/** How long a policy that was read counts, in milliseconds. */
const policyLifetimeMs = 60_000

/**
 * The customer's `mfaConfiguration` as the platform holds it now, at most a minute old.
 * @throws Refusal when it cannot be read or is none of the page's values: what is not known is not taken for DISABLED
 */
export async function policyOf(customerId: string, platform: Platform): Promise<MfaConfiguration> {
  const cache = processWide('mfa-policies', () => new Map<string, { policy: MfaConfiguration; readMs: number }>())
  const cached = cache.get(customerId)
  if (cached && Date.now() - cached.readMs < policyLifetimeMs) return cached.policy
  const [details] = (await platform.customerDetails(customerId)).content
  const policy = mfaConfigurations.find((value) => value === details?.mfaConfiguration)
  if (!policy) throw new Refusal('GLOBAL_1001', { cause: new Error('the customer has no MFA policy that we know') })
  cache.set(customerId, { policy, readMs: Date.now() })
  return policy
}

/** Answer of `GET /api/v2/me`. */
export async function describeSession({ user, customer }: SignedIn, platform: Platform): Promise<Me> {
  return {
    user: { id: user.id, name: user.name, email: user.email },
    role: user.role,
    ...customer,
    mfaConfiguration: await policyOf(customer.customerId, platform),
    secondFactorEnrolled: false,
  }
}
