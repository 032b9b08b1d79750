import 'server-only'
import type { CreateCustomer, CreatedCustomer } from '@/lib/contract/create-customer'
import type { Platform } from '@/lib/platform/platform'
import { changesOfCreate } from '@/lib/server/recorded-changes'
import type { Handling } from '@/lib/server/route'
import type { Actor } from '@/lib/server/session'
import { submissionKeyIn, submitOnce } from '@/lib/server/submissions'

/** Creates a sub-customer of the session's own customer, once per Idempotency-Key. */
export async function createSubCustomer(handling: Handling<CreateCustomer>): Promise<CreatedCustomer[]> {
  const { session, platform, headers, body } = handling
  return createOnce(session, platform, submissionKeyIn(session, headers, 'createCustomer'), body)
}

/** Creates a sub-customer, once per row key. */
export function createOnce(session: Actor, platform: Platform, key: string, body: CreateCustomer) {
  return submitOnce(session, key, {
    kind: 'createCustomer',
    body,
    send: async () => (await platform.createCustomer(session.customer.customerId, body)).content,
    asked: ({ id, customerid }) => ({
      subjectId: id ?? customerid,
      subjectName: body.name,
      changes: changesOfCreate(body),
    }),
  })
}
