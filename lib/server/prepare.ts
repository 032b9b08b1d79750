import 'server-only'
import { database } from '@/lib/db/database'
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
    process.stderr.write(`${env().DATABASE_URL ? 'DATABASE_URL' : 'DATA_DIR'}: the database cannot be opened\n`)
    process.exit(1)
  }
}
