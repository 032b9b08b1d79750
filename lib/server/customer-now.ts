import 'server-only'
import { type MfaConfiguration, mfaConfigurations } from '@/lib/contract/enums'
import { processWide } from '@/lib/env'
import { Refusal } from '@/lib/platform/refusal'
import type { Reach } from '@/lib/server/reach'

/** What of a customer decides who may enter, as the platform holds it. */
export type CustomerNow = {
  customerName: string
  mfaConfiguration: MfaConfiguration
  /** Ids of the contacts that may enter the self-care application. */
  selfcareContacts: ReadonlySet<string>
}

/** How long what was read counts, in milliseconds: a change takes effect on live sessions within that time. */
const lifetimeMs = 60_000
/** Customers remembered before the stale ones are thrown out. */
const sweepAt = 1_000

type Cached = { now: Promise<CustomerNow>; readMs: number }

/**
 * The customer as the platform holds it now, at most a minute old.
 * @throws Refusal when it cannot be read or has no policy that we know: what is not known is not taken for DISABLED
 */
export async function customerNow(reach: Reach): Promise<CustomerNow> {
  const cache = processWide('customers-now', () => new Map<string, Cached>())
  const { customerId } = reach
  const cached = cache.get(customerId)
  if (cached && Date.now() - cached.readMs < lifetimeMs) return cached.now
  if (cache.size > sweepAt) {
    for (const [id, { readMs }] of cache) if (Date.now() - readMs >= lifetimeMs) cache.delete(id)
  }
  // The promise is kept, so that many calls at once read once.
  const fresh = { now: readCustomer(reach), readMs: Date.now() }
  cache.set(customerId, fresh)
  fresh.now.catch(() => {
    if (cache.get(customerId) === fresh) cache.delete(customerId)
  })
  return fresh.now
}

/** Forgets what was read of a customer, after a write that may have changed it. */
export function forgetCustomer(customerId: string): void {
  processWide('customers-now', () => new Map<string, Cached>()).delete(customerId)
}

async function readCustomer({ customerId, platform }: Reach): Promise<CustomerNow> {
  const [details] = (await platform().customerDetails(customerId)).content
  const mfaConfiguration = mfaConfigurations.find((value) => value === details?.mfaConfiguration)
  if (!mfaConfiguration)
    throw new Refusal('GLOBAL_1001', { cause: new Error('the customer has no MFA policy that we know') })
  const selfcare = (details?.contact ?? []).filter(({ role }) => role === 'SELFCARE').map(({ id }) => id)
  return { customerName: details?.name ?? '', mfaConfiguration, selfcareContacts: new Set(selfcare) }
}
