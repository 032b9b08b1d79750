import 'server-only'
import { env } from '@/lib/env'

/** Longest wait for a sign of life, in milliseconds. */
const pingTimeoutMs = 2_000

/** Answers when something at PLATFORM_URL answers HTTP at all; what it answers does not matter. Throws when nothing does. */
export async function pingPlatform(): Promise<void> {
  const response = await fetch(new URL('/api/v2/global/country', env().PLATFORM_URL), {
    redirect: 'manual',
    cache: 'no-store',
    signal: AbortSignal.timeout(Math.min(pingTimeoutMs, env().PLATFORM_TIMEOUT_MS)),
  })
  // Read to its end: a cancelled answer closes a connection that a write may have been given already.
  await response.arrayBuffer()
}
