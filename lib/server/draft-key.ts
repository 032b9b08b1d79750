import 'server-only'
import { draftKey } from '@/lib/auth/seal'
import type { DraftKey } from '@/lib/contract/draft-key'
import type { Actor } from '@/lib/server/session'

/** Answer of `GET /api/v2/draft-key`. */
export function describeDraftKey({ user }: Pick<Actor, 'user'>): DraftKey {
  return { key: draftKey(user.id), userId: user.id }
}
