import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { lockFolder } from '@/lib/embedded/folder-lock'

/**
 * An embedded database is small and may be killed at any moment: a small buffer (the default takes 128 MB at once), and checkpoints often, so
 * that the next start has little to replay. New log segments need not be filled with zeros beforehand, which stops everything for 0.1 s.
 */
const parameters = { shared_buffers: '32MB', max_wal_size: '64MB', min_wal_size: '32MB', wal_init_zero: 'off' }
const startParams = [
  ...PGlite.defaultStartParams,
  ...Object.entries(parameters).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
]

/**
 * Opens the embedded database of a folder, made when it is not there, for this process alone.
 * @returns the client, and what closes it and gives the folder back
 * @throws FolderInUseError when another process that lives has the folder
 */
export async function openPglite(folder: string): Promise<{ client: PGlite; close: () => Promise<void> }> {
  const unlock = lockFolder(folder)
  try {
    const path = join(folder, 'database')
    if (!existsSync(path)) await makeDatabase(path)
    const client = await PGlite.create(path, { startParams })
    const close = async () => {
      await client.close()
      unlock()
    }
    return { client, close }
  } catch (error) {
    unlock()
    throw error
  }
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
