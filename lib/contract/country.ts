import * as z from 'zod/mini'

/** `GET /api/v2/global/country`: one country, ISO 3166-1. `code` is alpha-3; the name shown to a user comes from Intl where it knows the country. */
export const country = z.object({ code: z.string(), alpha2: z.optional(z.string()), name: z.string() })
export type Country = z.output<typeof country>
