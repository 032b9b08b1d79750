import * as z from 'zod/mini'

/** `GET /api/v2/draft-key`, the console's own: the key under which this user's browser seals the drafts that it keeps. */
export const draftKey = z.object({
  /** base64 of 32 bytes. */
  key: z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/)),
  /** Whose it is: somebody else may have signed in since the page was opened. */
  userId: z.string(),
})
export type DraftKey = z.output<typeof draftKey>
