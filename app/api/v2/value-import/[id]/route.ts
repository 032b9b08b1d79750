import { route } from '@/lib/server/route'
import { describeImport } from '@/lib/server/value-imports'

/** One import of values and how far it is. */
export const GET = route({
  permission: 'read',
  ids: { id: { notFound: 'GLOBAL_1003' } },
  handle: async ({ session, params }) => [await describeImport(session, params.id)],
})
