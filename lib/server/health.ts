import 'server-only'
import { pingDatabase } from '@/lib/db/database'
import { pingPlatform } from '@/lib/platform/ping'
import { log } from '@/lib/server/log'

/** Whether each thing that the console stands on answers. Says no more than that: the page is open to everybody. */
export async function readiness(): Promise<{ ready: boolean; checks: { database: boolean; platform: boolean } }> {
  const [database, platform] = await Promise.all([answers('database', pingDatabase), answers('platform', pingPlatform)])
  return { ready: database && platform, checks: { database, platform } }
}

async function answers(name: string, ping: () => Promise<void>): Promise<boolean> {
  try {
    await ping()
    return true
  } catch (err) {
    log().warn({ err, check: name }, 'not ready')
    return false
  }
}
