import { parseCreateValueImport, parseValueImportsQuery } from '@/lib/contract/value-import'
import { route } from '@/lib/server/route'
import { createImport, listImports } from '@/lib/server/value-imports'

/** A page of the imports of values that users of the session's own customer made. */
export const GET = route({
  permission: 'read',
  query: parseValueImportsQuery,
  handle: ({ session, query }) => listImports(session, query),
})

/** Makes an import of values, without rows. */
export const POST = route({
  permission: 'manageExternalParams',
  body: parseCreateValueImport,
  invalid: 'CUSTOMER_1025',
  handle: async ({ session, platform, body }) => [await createImport(session, platform, body)],
})
