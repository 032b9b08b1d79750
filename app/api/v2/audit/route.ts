import { parseAuditQuery } from '@/lib/contract/audit-event'
import { route } from '@/lib/server/route'
import { listRecord } from '@/lib/server/security'

/** The record of sign-ins, failures, factor and role changes of the customer's users. */
export const GET = route({
  permission: 'readAudit',
  profile: true,
  query: parseAuditQuery,
  handle: ({ session, query }) => listRecord(session, query),
})
