import 'server-only'
import { database } from '@/lib/db/database'
import { FolderInUseError } from '@/lib/embedded/folder-lock'
import { env } from '@/lib/env'
import { log } from '@/lib/server/log'

/** Parses the environment and opens the database. On a fault the process ends with lines that say what is wrong. */
export async function prepareServer(): Promise<void> {
  try {
    env()
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
  try {
    await database()
  } catch (err) {
    log().fatal({ err }, 'the database cannot be opened')
    const inUse = err instanceof FolderInUseError ? err.message : 'the database cannot be opened'
    process.stderr.write(`${env().DATABASE_URL ? 'DATABASE_URL' : 'DATA_DIR'}: ${inUse}\n`)
    process.exit(1)
  }
}
