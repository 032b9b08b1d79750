import * as z from 'zod/mini'

/** The header by which a form instance makes its submission unrepeatable: a UUID, kept by the console for as long as the outcome matters. */
export const idempotencyHeader = 'idempotency-key'

/**
 * `GET /api/v2/submission/{key}`, the console's own: what became of a submission whose answer did not reach the browser or the console.
 * - `none`: nothing of that key was ever sent to the platform (or the platform refused it): it may be sent again
 * - `sending`: the platform has not answered yet
 * - `acked`: accepted, `requestId` says as what
 * - `unknown`: the answer was lost, and reading has found no sub-customer that looks like what was sent (so far)
 * - `found`: the answer was lost, but the sub-customer is there, `customerId`
 */
export const submission = z.object({
  state: z.enum(['none', 'sending', 'acked', 'unknown', 'found']),
  requestId: z.optional(z.string()),
  customerId: z.optional(z.string()),
})
export type Submission = z.output<typeof submission>
