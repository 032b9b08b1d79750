import 'server-only'
import { tokenAnswer } from '@/lib/contract/token'
import { env, processWide } from '@/lib/env'
import { Refusal } from '@/lib/platform/refusal'
import { exchange, TokenRefused } from '@/lib/platform/transport'

/** A Public API user of the platform. */
export type Credentials = { username: string; password: string }

/** A token and, where the platform tells it, the customer that it stands for. */
export type Token = { token: string; customerId?: string | undefined }

/** Tokens of this process by origin and user. A promise is kept, so that many calls at once fetch one token. */
function cache() {
  return processWide('platform-tokens', () => new Map<string, Promise<Token>>())
}

function keyOf({ username }: Credentials): string {
  return JSON.stringify([env().PLATFORM_URL, username])
}

/**
 * The cached token of a Public API user, fetched when there is none.
 * @param stale a token that the platform refused; it is renewed unless somebody else did so meanwhile
 * @throws Refusal when the platform is out of reach or refuses the user; then nothing was sent in the user's name
 */
export async function tokenOf(credentials: Credentials, stale?: string): Promise<Token> {
  const key = keyOf(credentials)
  const cached = cache().get(key)
  if (cached && (stale === undefined || (await cached).token !== stale)) return cached
  // Several callers may hold the same stale token; the first to come back here replaces it for all.
  if (cached && cache().get(key) !== cached) return tokenOf(credentials, stale)
  const fresh = fetchToken(credentials)
  cache().set(key, fresh)
  fresh.catch(() => {
    if (cache().get(key) === fresh) cache().delete(key)
  })
  return fresh
}

async function fetchToken({ username, password }: Credentials): Promise<Token> {
  try {
    const call = { method: 'POST', path: ['auth', 'token'], body: { username, password }, item: tokenAnswer } as const
    const [token] = (await exchange(call, undefined)).content
    if (!token) throw new Refusal('GLOBAL_1001', { cause: new Error('token answer is empty') })
    return token
  } catch (error) {
    // The console's own access is wrong, not the user's session: he must not be told to sign in again.
    if (error instanceof TokenRefused)
      throw new Refusal('GLOBAL_1001', { cause: new Error('platform refuses the API user') })
    throw error
  }
}
