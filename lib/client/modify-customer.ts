import { type Accepted, accepted } from '@/lib/contract/envelope'
import type { ModifyCustomer } from '@/lib/contract/modify-customer'
import { seenHeader } from '@/lib/contract/patched-elements'
import { idempotencyHeader } from '@/lib/contract/submission'
import { sendForOne } from './send'

type ModifyCustomerCall = {
  customerId: string
  body: ModifyCustomer
  /** What the user saw of the elements that the patch writes, see `seenDigests`. */
  seen: string
  /** A UUID per reviewed patch: a repeat answers the first outcome instead of asking twice. */
  idempotencyKey: string
}

/** Asks the platform for changes of a sub-customer. The answer says only that the request was accepted. */
export function sendModifyCustomer({ customerId, body, seen, idempotencyKey }: ModifyCustomerCall): Promise<Accepted> {
  return sendForOne({
    method: 'PATCH',
    path: `/api/v2/customer/${encodeURIComponent(customerId)}`,
    body,
    headers: { [idempotencyHeader]: idempotencyKey, [seenHeader]: seen },
    item: accepted,
  })
}
