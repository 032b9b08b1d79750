import { asSent } from '@/lib/contract/parse'
import { route } from '@/lib/server/route'
import { deleteExternalParams, modifyExternalParam } from '@/lib/server/write-external-params'

const ids = {
  id: { notFound: 'CUSTOMER_1002', own: true },
  entityOrParamId: { notFound: 'CUSTOMER_1025', any: true },
} as const

/** Changes one value of an external parameter, once per Idempotency-Key. */
export const PUT = route({
  permission: 'editCustomer',
  ids,
  body: asSent,
  invalid: 'CUSTOMER_1025',
  handle: modifyExternalParam,
})

/** Takes one or more values away, their ids with commas between them, once per Idempotency-Key. */
export const DELETE = route({ permission: 'editCustomer', ids, handle: deleteExternalParams })
