import { route } from '@/lib/server/route'
import { wakeImports } from '@/lib/server/value-import-worker'
import { resumeImport } from '@/lib/server/value-imports'

/** Has a paused import go on, in the name of who asks. */
export const POST = route({
  permission: 'manageExternalParams',
  ids: { id: { notFound: 'GLOBAL_1003' } },
  handle: async ({ session, params }) => {
    const described = await resumeImport(session, params.id)
    void wakeImports()
    return [described]
  },
})
