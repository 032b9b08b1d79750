import { randomUUID } from 'node:crypto'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import {
  type CreateExternalParams,
  type ExternalParamEntity,
  parseCreateExternalParams,
} from '@/lib/contract/external-param'
import {
  type CreateExternalParamDefinitions,
  type ModifyExternalParamDefinition,
  parseCreateExternalParamDefinitions,
  parseModifyExternalParamDefinition,
} from '@/lib/contract/external-param-definition'
import type { Transaction } from './db/open-database'
import { externalParamDefinition, externalParamValue } from './db/schema'
import { isOwnEntity, ownDefinition, ownExternalParam } from './eligibility'
import { definitionsFor, externalParamsNow } from './external-params'
import { foldName } from './fold-name'

/** Who asks, and for what: of a `request` row. */
type Asked = { requesterId: string; subjectId: string }
type Outcome = 'SUCCESS' | 'FAILURE'

/** Defines all or, where one breaks a rule by now, none. */
export async function applyCreateDefinitions(
  tx: Transaction,
  { requesterId }: Asked,
  { entity, ...body }: CreateExternalParamDefinitions & { entity: ExternalParamEntity },
): Promise<Outcome> {
  const present = await definitionsFor(tx, requesterId, entity)
  const names = present.map(({ name }) => name)
  if (!parseCreateExternalParamDefinitions(body, names).ok) return 'FAILURE'
  await tx.insert(externalParamDefinition).values(
    body.externalParamsConfig.map(({ name, displayName, Description, isSearchable }) => ({
      id: randomUUID(),
      ownerId: requesterId,
      entityType: entity,
      name,
      displayName: displayName ?? null,
      description: Description ?? null,
      isSearchable: isSearchable ?? true,
    })),
  )
  return 'SUCCESS'
}

/** Changes a definition. Under another name its values are inactive until they are set again. */
export async function applyModifyDefinition(
  tx: Transaction,
  { requesterId, subjectId }: Asked,
  body: ModifyExternalParamDefinition,
): Promise<Outcome> {
  const before = await ownDefinition(tx, requesterId, subjectId)
  if (!before) return 'FAILURE'
  const others = (await definitionsFor(tx, requesterId, before.entityType)).filter(({ id }) => id !== subjectId)
  const names = others.map(({ name }) => name)
  if (!parseModifyExternalParamDefinition(body, names).ok) return 'FAILURE'
  const { name = before.name, displayName = before.displayName, Description = before.description, isSearchable } = body
  await tx
    .update(externalParamDefinition)
    .set({ name, displayName: displayName || null, description: Description || null, isSearchable })
    .where(eq(externalParamDefinition.id, subjectId))
  if (name !== before.name) {
    await tx.update(externalParamValue).set({ isActive: false }).where(eq(externalParamValue.definitionId, subjectId))
  }
  return 'SUCCESS'
}

/** Deletes a definition with its values. */
export async function applyDeleteDefinition(tx: Transaction, { requesterId, subjectId }: Asked): Promise<Outcome> {
  if (!(await ownDefinition(tx, requesterId, subjectId))) return 'FAILURE'
  const deletedAt = new Date()
  await tx.update(externalParamDefinition).set({ deletedAt }).where(eq(externalParamDefinition.id, subjectId))
  await tx
    .update(externalParamValue)
    .set({ deletedAt })
    .where(and(eq(externalParamValue.definitionId, subjectId), isNull(externalParamValue.deletedAt)))
  return 'SUCCESS'
}

/** Sets all values or, where one breaks a rule by now, none. A value that is inactive is set again. */
export async function applyCreateValues(
  tx: Transaction,
  { requesterId, subjectId }: Asked,
  { entity, ...body }: CreateExternalParams & { entity: ExternalParamEntity },
): Promise<Outcome> {
  if (!(await isOwnEntity(tx, requesterId, entity, subjectId))) return 'FAILURE'
  const now = await externalParamsNow(tx, requesterId, entity, subjectId)
  if (!parseCreateExternalParams(body, now).ok) return 'FAILURE'
  const { entityId, definitionId } = externalParamValue
  for (const { extParamConfigId, value } of body.externalParams) {
    await tx
      .insert(externalParamValue)
      .values({ id: randomUUID(), definitionId: extParamConfigId, entityId: subjectId, ...columnsOfValue(value) })
      .onConflictDoUpdate({
        target: [entityId, definitionId],
        targetWhere: sql`deleted_at is null`,
        set: columnsOfValue(value),
      })
  }
  return 'SUCCESS'
}

/** Changes a value, which makes it active. */
export async function applyModifyValue(
  tx: Transaction,
  { requesterId, subjectId }: Asked,
  value: string,
): Promise<Outcome> {
  if (!(await ownExternalParam(tx, requesterId, subjectId))) return 'FAILURE'
  await tx.update(externalParamValue).set(columnsOfValue(value)).where(eq(externalParamValue.id, subjectId))
  return 'SUCCESS'
}

/** Deletes all values or, where one is not there any more, none. */
export async function applyDeleteValues(tx: Transaction, { requesterId }: Asked, ids: string[]): Promise<Outcome> {
  for (const id of ids) {
    if (!(await ownExternalParam(tx, requesterId, id))) return 'FAILURE'
  }
  await tx.update(externalParamValue).set({ deletedAt: new Date() }).where(inArray(externalParamValue.id, ids))
  return 'SUCCESS'
}

function columnsOfValue(value: string) {
  return { value, valueFolded: foldName(value), isActive: true }
}
