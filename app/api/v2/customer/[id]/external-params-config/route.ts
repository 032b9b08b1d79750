import { route } from '@/lib/server/route'

/** The external parameters that the session's own customer defined. */
export const GET = route({
  permission: 'read',
  ids: { id: { notFound: 'CUSTOMER_1002', own: true } },
  handle: ({ platform, params }) => platform.externalParamDefinitions(params.id),
})
