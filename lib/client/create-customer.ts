import { type CreateCustomer, type CreatedCustomer, createdCustomer } from '@/lib/contract/create-customer'
import { idempotencyHeader } from '@/lib/contract/submission'
import { sendForOne } from './send'

type CreateCustomerCall = {
  /** The parent: the signed-in user's own customer. */
  customerId: string
  body: CreateCustomer
  /** A UUID per form instance: a repeat answers the first outcome instead of making a second sub-customer. */
  idempotencyKey: string
}

/** Asks the platform for a new sub-customer. The answer says only that the request was accepted. */
export function sendCreateCustomer({ customerId, body, idempotencyKey }: CreateCustomerCall): Promise<CreatedCustomer> {
  return sendForOne({
    method: 'POST',
    path: `/api/v2/customer/${encodeURIComponent(customerId)}`,
    body,
    headers: { [idempotencyHeader]: idempotencyKey },
    item: createdCustomer,
  })
}
