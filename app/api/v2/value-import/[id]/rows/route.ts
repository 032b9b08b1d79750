import { parseAddValueRows, parseValueRowsQuery } from '@/lib/contract/value-import'
import { route } from '@/lib/server/route'
import { addRows, listRows } from '@/lib/server/value-imports'

/** A page of the rows of an import. */
export const GET = route({
  permission: 'read',
  ids: { id: { notFound: 'GLOBAL_1003' } },
  query: parseValueRowsQuery,
  handle: ({ session, params, query }) => listRows(session, params.id, query),
})

/** Adds a chunk of rows; it may be repeated. */
export const POST = route({
  permission: 'manageExternalParams',
  ids: { id: { notFound: 'GLOBAL_1003' } },
  body: parseAddValueRows,
  invalid: 'CUSTOMER_1025',
  handle: async ({ session, params, body }) => [await addRows(session, params.id, body)],
})
