import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/**
 * A sandbox is small and may be killed at any moment: a small buffer (the default takes 128 MB at once), and checkpoints often, so that the next
 * start has little to replay. New log segments need not be filled with zeros beforehand, which stops everything for 0.1 s.
 */
const parameters = { shared_buffers: '32MB', max_wal_size: '64MB', min_wal_size: '32MB', wal_init_zero: 'off' }
const startParams = [
  ...PGlite.defaultStartParams,
  ...Object.entries(parameters).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
]

/** A handle on the database: the whole, or a transaction on it. */
export type Database = Awaited<ReturnType<typeof openDatabase>>['db']
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/**
 * Opens the embedded database in a folder, made when it is not there, and brings it to the newest migration.
 * @param folder must belong to this process alone
 */
export async function openDatabase(folder: string) {
  const path = join(folder, 'database')
  if (!existsSync(path)) await makeDatabase(path)
  const client = await PGlite.create(path, { startParams })
  const db = drizzle(client, { casing: 'snake_case' })
  await migrate(db, { migrationsFolder })
  return { db, close: () => client.close() }
}

/**
 * Makes an empty database, which takes some seconds. Under another name first: a process that is killed on the way must not leave half a
 * database that nobody can open.
 */
export async function makeDatabase(path: string): Promise<void> {
  const unfinished = `${path}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  const client = await PGlite.create(unfinished)
  await client.close()
  renameSync(unfinished, path)
}
