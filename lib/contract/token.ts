import * as z from 'zod/mini'
import { filledText } from './element'

/** `POST /api/v2/auth/token`: body of a Public API user. */
export const tokenRequest = z.strictObject({ username: filledText, password: filledText })

/** Its answer. `customerId` is ours: a real installation configures it when the platform does not send it. */
export const tokenAnswer = z.object({ token: z.string().check(z.minLength(1)), customerId: z.optional(z.string()) })
