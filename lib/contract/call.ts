import * as z from 'zod/mini'
import { callStatuses } from './enums'

/** `GET /api/v2/global/call/{requestId}`: status of one asynchronous request. No page gives a reason for a failure. */
export const call = z.object({ status: z.enum(callStatuses) })
export type Call = z.output<typeof call>
