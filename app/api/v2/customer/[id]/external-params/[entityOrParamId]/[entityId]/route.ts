import { readEntity } from '@/lib/server/external-param-entity'
import { route } from '@/lib/server/route'

/** The values of one sub-customer, subscriber or plan of the session's own customer. */
export const GET = route({
  permission: 'read',
  ids: {
    id: { notFound: 'CUSTOMER_1002', own: true },
    entityOrParamId: { notFound: 'GLOBAL_1002', any: true },
    entityId: { notFound: 'CUSTOMER_1002' },
  },
  handle: ({ platform, params: { id, entityOrParamId, entityId } }) =>
    platform.externalParams(id, readEntity(entityOrParamId, 'GLOBAL_1002'), entityId),
})
