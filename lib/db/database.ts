import { join, resolve } from 'node:path'
import { sql } from 'drizzle-orm'
import { drizzle as drizzleNodePg } from 'drizzle-orm/node-postgres'
import { migrate as migrateNodePg } from 'drizzle-orm/node-postgres/migrator'
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core'
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite'
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator'
import { Pool } from 'pg'
import * as schema from '@/lib/db/schema'
import { openPglite } from '@/lib/embedded/open-pglite'
import { env, processWide } from '@/lib/env'

/** The console's database: PostgreSQL by DATABASE_URL, else PGlite under DATA_DIR. Same schema, same migrations, same queries. */
export type Database = PgDatabase<PgQueryResultHKT, typeof schema>

type Opened = { db: Database; close: () => Promise<void> }

/** The database, opened and migrated once per process. A failed opening is tried again by the next caller. */
export function database(): Promise<Database> {
  return opened().then(({ db }) => db)
}

/** Closes the database of this process, if it was opened, so that another process may open the embedded one. */
export async function closeDatabase(): Promise<void> {
  const holder = databaseHolder()
  const open = holder.opened
  holder.opened = undefined
  await (await open)?.close()
}

/** Answers when the database answers. Throws what the driver throws. */
export async function pingDatabase(): Promise<void> {
  await (await database()).execute(sql`select 1`)
}

function databaseHolder() {
  return processWide('database', (): { opened: Promise<Opened> | undefined } => ({ opened: undefined }))
}

function opened(): Promise<Opened> {
  const holder = databaseHolder()
  holder.opened ??= open().catch((error: unknown) => {
    holder.opened = undefined
    throw error
  })
  return holder.opened
}

async function open(): Promise<Opened> {
  const { DATABASE_URL, DATA_DIR } = env()
  const migrationsFolder = join(process.cwd(), 'lib/db/migrations')
  if (DATABASE_URL) {
    const pool = new Pool({ connectionString: DATABASE_URL, connectionTimeoutMillis: 5_000 })
    // An idle connection that the server drops is replaced by the pool; without a listener it would end the process.
    pool.on('error', () => {})
    const db = drizzleNodePg(pool, { schema })
    await migrateNodePg(db, { migrationsFolder })
    return { db, close: () => pool.end() }
  }
  const { client, close } = await openPglite(resolve(DATA_DIR, 'console'))
  try {
    const db = drizzlePglite(client, { schema })
    await migratePglite(db, { migrationsFolder })
    return { db, close }
  } catch (error) {
    await close()
    throw error
  }
}
