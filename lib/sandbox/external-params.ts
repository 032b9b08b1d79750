import { and, asc, eq } from 'drizzle-orm'
import type { ExternalParam } from '@/lib/contract/external-param'
import type { ExternalParamDefinition } from '@/lib/contract/external-param-definition'
import type { Database } from './db/open-database'
import { externalParamDefinition, externalParamValue } from './db/schema'

/** The definitions that a customer made, by entity and name. */
export async function definitionsOf(db: Database, ownerId: string): Promise<ExternalParamDefinition[]> {
  const rows = await db
    .select()
    .from(externalParamDefinition)
    .where(eq(externalParamDefinition.ownerId, ownerId))
    .orderBy(asc(externalParamDefinition.entityType), asc(externalParamDefinition.name))
  return rows.map(({ ownerId: _, description, ...definition }) => ({ ...definition, Description: description }))
}

/** The values of one entity, of parameters that `ownerId` defined. */
export function valuesOf(db: Database, ownerId: string, entityId: string): Promise<ExternalParam[]> {
  return db
    .select({
      id: externalParamValue.id,
      extParamConfigId: externalParamDefinition.id,
      name: externalParamDefinition.name,
      displayName: externalParamDefinition.displayName,
      value: externalParamValue.value,
    })
    .from(externalParamValue)
    .innerJoin(externalParamDefinition, eq(externalParamDefinition.id, externalParamValue.definitionId))
    .where(and(eq(externalParamValue.entityId, entityId), eq(externalParamDefinition.ownerId, ownerId)))
    .orderBy(asc(externalParamDefinition.name))
}
