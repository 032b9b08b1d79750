import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { CreateCustomer } from '@/lib/contract/create-customer'
import { lowestLevel } from '@/lib/contract/customer-details'
import type { ModifyCustomer } from '@/lib/contract/modify-customer'
import { brokenRulesAfterMerge, unknownIds } from '@/lib/contract/read-patch'
import {
  applyCreateDefinitions,
  applyCreateValues,
  applyDeleteDefinition,
  applyDeleteValues,
  applyModifyDefinition,
  applyModifyValue,
} from './apply-external-params'
import { columnsOf, elementsOf } from './customer-row'
import type { Transaction } from './db/open-database'
import { customer, type RequestedWrite, type request } from './db/schema'
import { siblingKey } from './fold-name'
import { merge } from './merge'
import { newCustomer } from './new-customer'

type Request = typeof request.$inferSelect
export type Outcome = 'SUCCESS' | 'FAILURE'

/**
 * Does what a request asks, within the transaction that ends it. What was true at the ACK may be so no longer: every rule that depends on
 * the database is asked again.
 */
export function applyRequest(tx: Transaction, asked: Request): Promise<Outcome> {
  // The row keeps kind and body apart; they were written together from one RequestedWrite.
  const write = { kind: asked.kind, body: asked.body } as RequestedWrite
  switch (write.kind) {
    case 'createCustomer':
      return applyCreate(tx, asked, write.body)
    case 'modifyCustomer':
      return applyModify(tx, asked, write.body)
    case 'createExternalParamDefinitions':
      return applyCreateDefinitions(tx, asked, write.body)
    case 'modifyExternalParamDefinition':
      return applyModifyDefinition(tx, asked, write.body)
    case 'deleteExternalParamDefinition':
      return applyDeleteDefinition(tx, asked)
    case 'createExternalParams':
      return applyCreateValues(tx, asked, write.body)
    case 'modifyExternalParam':
      return applyModifyValue(tx, asked, write.body.value)
    case 'deleteExternalParams':
      return applyDeleteValues(tx, asked, write.body.ids)
  }
}

async function applyCreate(tx: Transaction, asked: Request, given: CreateCustomer): Promise<Outcome> {
  const [parent] = await tx.select({ level: customer.level }).from(customer).where(eq(customer.id, asked.requesterId))
  if (!parent || parent.level >= lowestLevel) return 'FAILURE'
  const columns = columnsOf(newCustomer(given, randomUUID))
  const created = await tx
    .insert(customer)
    .values({ ...columns, id: asked.subjectId, parentId: asked.requesterId, level: parent.level + 1 })
    .onConflictDoNothing({ target: [customer.parentId, customer.siblingKey] })
    .returning({ id: customer.id })
  // Nothing was inserted: a sibling has the name.
  return created.length > 0 ? 'SUCCESS' : 'FAILURE'
}

async function applyModify(tx: Transaction, asked: Request, patch: ModifyCustomer): Promise<Outcome> {
  const [row] = await tx
    .select()
    .from(customer)
    .where(and(eq(customer.id, asked.subjectId), eq(customer.parentId, asked.requesterId)))
  if (!row) return 'FAILURE'
  const before = elementsOf(row)
  const faults = [...unknownIds(before, patch), ...brokenRulesAfterMerge(before, patch)]
  if (faults.length > 0) return 'FAILURE'
  const columns = columnsOf(merge(before, patch))
  const renamed = columns.siblingKey !== siblingKey(before.name)
  if (renamed && (await isNameTaken(tx, asked, columns.siblingKey))) return 'FAILURE'
  await tx.update(customer).set(columns).where(eq(customer.id, asked.subjectId))
  return 'SUCCESS'
}

async function isNameTaken(tx: Transaction, asked: Request, key: string | null): Promise<boolean> {
  if (key === null) return false
  const siblings = await tx
    .select({ id: customer.id })
    .from(customer)
    .where(and(eq(customer.parentId, asked.requesterId), eq(customer.siblingKey, key)))
  return siblings.some(({ id }) => id !== asked.subjectId)
}
