import * as z from 'zod/mini'
import { mfaConfigurations, userRoles } from './enums'

/** `GET /api/v2/me`, the console's own: who is signed in, for which parent, and what its policy asks. */
export const me = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  role: z.enum(userRoles),
  customerId: z.string(),
  customerName: z.string(),
  mfaConfiguration: z.enum(mfaConfigurations),
  secondFactorEnrolled: z.boolean(),
})
export type Me = z.output<typeof me>
