import { parseCreateCustomer } from '@/lib/contract/create-customer'
import { createSubCustomer } from '@/lib/server/create-sub-customer'
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
