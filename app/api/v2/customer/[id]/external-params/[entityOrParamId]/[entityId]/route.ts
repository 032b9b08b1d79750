import { asSent } from '@/lib/contract/parse'
import { readEntity } from '@/lib/server/external-param-entity'
import { route } from '@/lib/server/route'
import { createExternalParams } from '@/lib/server/write-external-params'

const ids = {
  id: { notFound: 'CUSTOMER_1002', own: true },
  entityOrParamId: { notFound: 'GLOBAL_1002', any: true },
  entityId: { notFound: 'CUSTOMER_1002' },
} as const

/** The values of one sub-customer, subscriber or plan of the session's own customer. */
export const GET = route({
  permission: 'read',
  ids,
  handle: ({ platform, params: { id, entityOrParamId, entityId } }) =>
    platform.externalParams(id, readEntity(entityOrParamId, 'GLOBAL_1002'), entityId),
})

/** Sets values that the entity does not have yet, all or none, once per Idempotency-Key. */
export const POST = route({
  permission: 'editCustomer',
  ids,
  body: asSent,
  invalid: 'CUSTOMER_1025',
  handle: createExternalParams,
})
