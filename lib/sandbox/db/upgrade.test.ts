import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPglite } from '@/lib/embedded/open-pglite'
import { demoData } from '@/lib/sandbox/demo/demo-data'
import { insertDemoData } from '@/lib/sandbox/demo/insert-demo-data'
import { makeDataDir } from '@/lib/sandbox/testing/data-dir'
import { openDatabase } from './open-database'
import { customer, externalParamDefinition, externalParamValue, plan } from './schema'

const migrations = fileURLToPath(new URL('./migrations', import.meta.url))
let dataDir: string

beforeAll(async () => {
  dataDir = await makeDataDir()
})
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

/** A folder with the first migrations alone: the schema of an earlier version. */
function migrationsUpTo(count: number): string {
  const folder = join(dataDir, 'migrations')
  mkdirSync(join(folder, 'meta'), { recursive: true })
  const journal = JSON.parse(readFileSync(join(migrations, 'meta', '_journal.json'), 'utf8'))
  const entries: { tag: string }[] = journal.entries.slice(0, count)
  writeFileSync(join(folder, 'meta', '_journal.json'), JSON.stringify({ ...journal, entries }))
  for (const { tag } of entries) cpSync(join(migrations, `${tag}.sql`), join(folder, `${tag}.sql`))
  return folder
}

it('a database of the version before plans is upgraded: values stay, are active and found, and there are plans', async () => {
  const folder = join(dataDir, 'sandbox')
  const { customers, definitions } = demoData()
  const { id: definitionId } = definitions.find(({ entityType }) => entityType === 'customer') ?? { id: '' }
  const valueId = crypto.randomUUID()

  const { client, close } = await openPglite(folder)
  const old = drizzle(client, { casing: 'snake_case' })
  await migrate(old, { migrationsFolder: migrationsUpTo(1) })
  await old.insert(customer).values(customers)
  for (const { id, ownerId, entityType, name } of definitions) {
    await old.execute(
      sql`insert into external_param_definition (id, owner_id, entity_type, name) values (${id}, ${ownerId}, ${entityType}, ${name})`,
    )
  }
  await old.execute(
    sql`insert into external_param_value (id, definition_id, entity_id, value) values (${valueId}, ${definitionId}, ${customers[3]?.id}, 'Ключ ÄÉ-1')`,
  )
  await close()

  for (const _ of ['the upgrade', 'the start after it']) {
    const { db, close: closeAgain } = await openDatabase(folder)
    await insertDemoData(db)
    const values = await db.select().from(externalParamValue)
    expect(values.find(({ id }) => id === valueId)).toEqual({
      id: valueId,
      definitionId,
      entityId: customers[3]?.id,
      value: 'Ключ ÄÉ-1',
      valueFolded: 'ключ äé-1',
      isActive: true,
      deletedAt: null,
    })
    expect(await db.$count(externalParamDefinition)).toBe(definitions.length)
    const plans = await db.select({ id: plan.id }).from(plan)
    expect(plans).toHaveLength(demoData().plans.length)
    const ofPlans = values.filter(({ entityId }) => plans.some(({ id }) => id === entityId))
    expect(ofPlans.length).toBeGreaterThan(0)
    expect(values).toHaveLength(1 + ofPlans.length)
    await closeAgain()
  }
})
