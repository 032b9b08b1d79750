import { fileURLToPath } from 'node:url'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { openPglite } from '@/lib/embedded/open-pglite'

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/** A handle on the database: the whole, or a transaction on it. */
export type Database = Awaited<ReturnType<typeof openDatabase>>['db']
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0]

/**
 * Opens the sandbox's database in a folder, made when it is not there, and brings it to the newest migration.
 * @throws FolderInUseError when another process has the folder
 */
export async function openDatabase(folder: string) {
  const { client, close } = await openPglite(folder)
  try {
    const db = drizzle(client, { casing: 'snake_case' })
    await migrate(db, { migrationsFolder })
    return { db, close }
  } catch (error) {
    await close()
    throw error
  }
}
