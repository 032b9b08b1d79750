import { asSent } from '@/lib/contract/parse'
import { defineExternalParams, deleteExternalParamDefinition } from '@/lib/server/define-external-params'
import { route } from '@/lib/server/route'

const ids = {
  id: { notFound: 'CUSTOMER_1002', own: true },
  entityOrConfigId: { notFound: 'CUSTOMER_1025', any: true },
} as const

/** With an entity: defines external parameters. With an id: changes a definition. Once per Idempotency-Key. */
export const POST = route({
  permission: 'manageExternalParams',
  ids,
  body: asSent,
  invalid: 'CUSTOMER_1025',
  handle: defineExternalParams,
})

/** Ends a definition and its values, once per Idempotency-Key. */
export const DELETE = route({ permission: 'manageExternalParams', ids, handle: deleteExternalParamDefinition })
