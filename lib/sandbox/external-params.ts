import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { ExternalParam, ExternalParamEntity, ExternalParamsNow } from '@/lib/contract/external-param'
import type { ExternalParamDefinition } from '@/lib/contract/external-param-definition'
import type { Database, Transaction } from './db/open-database'
import { externalParamDefinition, externalParamValue } from './db/schema'

/** The definitions that a customer made, by entity and name, and how many values each has. */
export async function definitionsOf(db: Database, ownerId: string): Promise<ExternalParamDefinition[]> {
  const present = sql`${externalParamValue.id} is not null`
  const { id, entityType, name, displayName, description, isSearchable, deletedAt } = externalParamDefinition
  return db
    .select({
      id,
      entityType,
      name,
      displayName,
      Description: description,
      isSearchable,
      valueCount: sql<number>`count(*) filter (where ${present})::int`,
      activeValueCount: sql<number>`count(*) filter (where ${present} and ${externalParamValue.isActive})::int`,
    })
    .from(externalParamDefinition)
    .leftJoin(externalParamValue, and(eq(externalParamValue.definitionId, id), isNull(externalParamValue.deletedAt)))
    .where(and(eq(externalParamDefinition.ownerId, ownerId), isNull(deletedAt)))
    .groupBy(id)
    .orderBy(asc(entityType), asc(name))
}

/** Ids and names of the definitions that a customer made for one entity. */
export function definitionsFor(db: Database | Transaction, ownerId: string, entity: ExternalParamEntity) {
  const { id, name, isSearchable, entityType, deletedAt } = externalParamDefinition
  return db
    .select({ id, name, isSearchable })
    .from(externalParamDefinition)
    .where(and(eq(externalParamDefinition.ownerId, ownerId), eq(entityType, entity), isNull(deletedAt)))
    .orderBy(asc(name))
}

/** The values of one entity, of parameters that `ownerId` defined for entities of its kind. */
export function valuesOf(
  db: Database | Transaction,
  ownerId: string,
  entity: ExternalParamEntity,
  entityId: string,
): Promise<ExternalParam[]> {
  return db
    .select({
      id: externalParamValue.id,
      extParamConfigId: externalParamDefinition.id,
      name: externalParamDefinition.name,
      displayName: externalParamDefinition.displayName,
      value: externalParamValue.value,
      isActive: externalParamValue.isActive,
    })
    .from(externalParamValue)
    .innerJoin(externalParamDefinition, eq(externalParamDefinition.id, externalParamValue.definitionId))
    .where(
      and(
        eq(externalParamValue.entityId, entityId),
        isNull(externalParamValue.deletedAt),
        eq(externalParamDefinition.ownerId, ownerId),
        eq(externalParamDefinition.entityType, entity),
      ),
    )
    .orderBy(asc(externalParamDefinition.name))
}

/** What the rules of new values of an entity depend on. */
export async function externalParamsNow(
  db: Database | Transaction,
  ownerId: string,
  entity: ExternalParamEntity,
  entityId: string,
): Promise<ExternalParamsNow> {
  const definitions = await definitionsFor(db, ownerId, entity)
  const values = await valuesOf(db, ownerId, entity, entityId)
  return {
    definitionIds: new Set(definitions.map(({ id }) => id)),
    setDefinitionIds: new Set(values.filter(({ isActive }) => isActive).map((value) => value.extParamConfigId)),
  }
}
