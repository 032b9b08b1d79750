import { describeSubmission } from '@/lib/server/find-submission'
import { route } from '@/lib/server/route'

/** What became of a submission whose answer was lost. */
export const GET = route({
  permission: 'read',
  ids: { key: { notFound: 'GLOBAL_1002' } },
  handle: async ({ session, platform, params }) => [await describeSubmission(session, platform, params.key)],
})
