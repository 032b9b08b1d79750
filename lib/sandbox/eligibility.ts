import { and, eq, isNull, or } from 'drizzle-orm'
import { lowestLevel } from '@/lib/contract/customer-details'
import { isUuid } from '@/lib/contract/element'
import type { ExternalParamEntity } from '@/lib/contract/external-param'
import { Refused } from './answer'
import type { Database, Transaction } from './db/open-database'
import { customer, externalParamDefinition, externalParamValue, plan, subscriber } from './db/schema'

/**
 * Who may do what: decision by decision, one function each. A customer that the requester may not see is refused as one that does not
 * exist, so that nobody learns which ids are taken. Ids are those of a path, in any case and perhaps no UUID at all.
 */

/** Calls on the requester's own id: listing children, definitions, external parameters. */
export function requireOwn(requesterId: string, id: string): void {
  if (id.toLowerCase() !== requesterId) throw new Refused('CUSTOMER_1002')
}

/** Create: under the requester itself, which must not be of the lowest level. */
export async function requireMayCreate(db: Database, requesterId: string, id: string): Promise<void> {
  requireOwn(requesterId, id)
  const [parent] = await db.select({ level: customer.level }).from(customer).where(eq(customer.id, requesterId))
  if (!parent) throw new Refused('CUSTOMER_1002')
  if (parent.level >= lowestLevel) throw new Refused('AUTH_1003')
}

/** Modify: a direct sub-customer, never the requester itself, never deeper. */
export async function subCustomer(db: Database, requesterId: string, id: string) {
  const row = await readable(db, requesterId, id)
  if (row.parentId !== requesterId) throw new Refused('CUSTOMER_1002')
  return row
}

/** Read: the requester itself or a direct sub-customer. */
export async function readable(db: Database, requesterId: string, id: string) {
  const [row] = isUuid(id)
    ? await db
        .select()
        .from(customer)
        .where(and(eq(customer.id, id), or(eq(customer.id, requesterId), eq(customer.parentId, requesterId))))
    : []
  if (!row) throw new Refused('CUSTOMER_1002')
  return row
}

/** A definition that the requester may change: its own, and not deleted. */
export async function ownDefinition(db: Database | Transaction, requesterId: string, id: string) {
  const { ownerId, deletedAt } = externalParamDefinition
  const [found] = isUuid(id)
    ? await db
        .select()
        .from(externalParamDefinition)
        .where(and(eq(externalParamDefinition.id, id), eq(ownerId, requesterId), isNull(deletedAt)))
    : []
  return found
}

/** An external parameter's value that the requester may change: defined by itself, on an entity of its own, and not deleted. */
export async function ownExternalParam(db: Database | Transaction, requesterId: string, id: string) {
  // The values of a deleted definition are deleted with it.
  const [found] = isUuid(id)
    ? await db
        .select({ value: externalParamValue, entityType: externalParamDefinition.entityType })
        .from(externalParamValue)
        .innerJoin(externalParamDefinition, eq(externalParamDefinition.id, externalParamValue.definitionId))
        .where(
          and(
            eq(externalParamValue.id, id),
            isNull(externalParamValue.deletedAt),
            eq(externalParamDefinition.ownerId, requesterId),
          ),
        )
    : []
  const own = found && (await isOwnEntity(db, requesterId, found.entityType, found.value.entityId))
  return own ? found.value : undefined
}

/** Whether an entity is the requester's own: a direct sub-customer, a subscriber of its own, or a plan that it sells. */
export async function isOwnEntity(
  db: Database | Transaction,
  requesterId: string,
  entity: ExternalParamEntity,
  id: string,
): Promise<boolean> {
  if (!isUuid(id)) return false
  const { table, owner } = {
    customer: { table: customer, owner: customer.parentId },
    subscriber: { table: subscriber, owner: subscriber.customerId },
    plan: { table: plan, owner: plan.ownerId },
  }[entity]
  const found = await db
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.id, id), eq(owner, requesterId)))
  return found.length > 0
}
