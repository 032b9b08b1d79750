import 'server-only'
import { randomUUID } from 'node:crypto'
import type { CreateCustomer, CreatedCustomer } from '@/lib/contract/create-customer'
import { isUuid } from '@/lib/contract/element'
import { idempotencyHeader } from '@/lib/contract/submission'
import { Refusal } from '@/lib/platform/refusal'
import type { Handling } from '@/lib/server/route'
import { createOnce } from '@/lib/server/submissions'

/**
 * Creates a sub-customer. A caller that sends no Idempotency-Key gets one of its own: each of its calls is a submission of its own.
 * @throws Refusal GLOBAL_1002 for a key that is no UUID
 */
export async function createSubCustomer(handling: Handling<CreateCustomer>): Promise<CreatedCustomer[]> {
  const { session, platform, headers, body } = handling
  const key = headers.get(idempotencyHeader) ?? randomUUID()
  if (!isUuid(key)) throw new Refusal('GLOBAL_1002', { problems: [{ path: [idempotencyHeader], code: 'uuidFormat' }] })
  return createOnce(session, platform, key, body)
}
