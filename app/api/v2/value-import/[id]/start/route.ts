import { route } from '@/lib/server/route'
import { wakeImports } from '@/lib/server/value-import-worker'
import { startImport } from '@/lib/server/value-imports'

/** Starts an import whose rows have all arrived. */
export const POST = route({
  permission: 'manageExternalParams',
  ids: { id: { notFound: 'GLOBAL_1003' } },
  handle: async ({ session, params }) => {
    const described = await startImport(session, params.id)
    void wakeImports()
    return [described]
  },
})
