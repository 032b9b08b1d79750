import { route } from '@/lib/server/route'
import { pauseImport } from '@/lib/server/value-imports'

/** Has an import stand still after what is being sent at this moment. */
export const POST = route({
  permission: 'manageExternalParams',
  ids: { id: { notFound: 'GLOBAL_1003' } },
  handle: async ({ session, params }) => [await pauseImport(session, params.id)],
})
