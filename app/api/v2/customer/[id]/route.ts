import { parseCreateCustomer } from '@/lib/contract/create-customer'
import { asSent } from '@/lib/contract/parse'
import { createSubCustomer } from '@/lib/server/create-sub-customer'
import { modifySubCustomer } from '@/lib/server/modify-sub-customer'
import { route } from '@/lib/server/route'

/** Details of the session's own customer or of a direct sub-customer. */
export const GET = route({
  permission: 'read',
  profile: true,
  ids: { id: { notFound: 'CUSTOMER_1002' } },
  handle: ({ platform, params }) => platform.customerDetails(params.id),
})

/** Creates a sub-customer of the session's own customer, once per Idempotency-Key. */
export const POST = route({
  permission: 'createCustomer',
  ids: { id: { notFound: 'CUSTOMER_1002', own: true } },
  body: parseCreateCustomer,
  invalid: 'GLOBAL_1002',
  handle: createSubCustomer,
})

/** Changes a direct sub-customer, once per Idempotency-Key. The body is read where the customer as it stands is known. */
export const PATCH = route({
  permission: 'editCustomer',
  ids: { id: { notFound: 'CUSTOMER_1002' } },
  body: asSent,
  invalid: 'CUSTOMER_1003',
  handle: modifySubCustomer,
})
