import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeDatabase } from '@/lib/embedded/open-pglite'

/** A folder of one's own, with an empty database in it: a copy, because making one takes ten times as long. */
export async function makeDataDir(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-test-'))
  mkdirSync(join(dataDir, 'sandbox'))
  cpSync(await emptyDatabase(), join(dataDir, 'sandbox', 'database'), { recursive: true })
  return dataDir
}

/** The database that is copied, kept from one run to the next for as long as PGlite is the same. */
async function emptyDatabase(): Promise<string> {
  const pglite = join(dirname(fileURLToPath(import.meta.resolve('@electric-sql/pglite'))), '..', 'package.json')
  const { version } = JSON.parse(readFileSync(pglite, 'utf8'))
  const cache = join(pglite, '..', '..', '..', '.cache')
  const kept = join(cache, `sandbox-database-${version}`)
  if (existsSync(kept)) return kept
  mkdirSync(cache, { recursive: true })
  const mine = mkdtempSync(join(cache, 'sandbox-database-'))
  await makeDatabase(join(mine, 'database'))
  try {
    renameSync(join(mine, 'database'), kept)
  } catch (error) {
    // Another worker was faster: a folder that is not empty is not replaced, and its database is as good as ours.
    if (!existsSync(kept)) throw error
  }
  rmSync(mine, { recursive: true, force: true })
  return kept
}
