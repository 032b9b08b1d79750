import 'server-only'
import { type Auth, authFor } from '@/lib/auth/auth'
import type { AuthPorts } from '@/lib/auth/ports'
import { Refusal } from '@/lib/platform/refusal'
import { customerNow } from '@/lib/server/customer-now'
import { sendMail } from '@/lib/server/mail'
import { reachOf } from '@/lib/server/reach'

const ports: AuthPorts = {
  policyOf: async (user) => {
    const reach = await reachOf(user)
    if (!reach) throw new Refusal('AUTH_1003')
    return (await customerNow(reach)).mfaConfiguration
  },
  sendMail,
}

/** The auth library for a request's Host, brought together with policy and mail. */
export function auth(host: string | null): Promise<Auth> {
  return authFor(host, ports)
}
