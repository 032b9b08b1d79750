import { sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  index,
  json,
  pgTable,
  smallint,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { CreateCustomer } from '@/lib/contract/create-customer'
import type { CallStatus } from '@/lib/contract/enums'
import type { CreateExternalParams, ExternalParamEntity, ModifyExternalParam } from '@/lib/contract/external-param'
import type {
  CreateExternalParamDefinitions,
  ModifyExternalParamDefinition,
} from '@/lib/contract/external-param-definition'
import type { ModifyCustomer } from '@/lib/contract/modify-customer'
import type { Customer } from '@/lib/sandbox/customer'

/**
 * The sandbox's own database. This file imports types only from elsewhere, so that drizzle-kit can load it without knowing our paths.
 */

/** A soft delete: no call finds the row again. */
const deletedAt = () => timestamp({ withTimezone: true, mode: 'date' })

/**
 * Contacts, addresses and the other wholes are kept as they travel: no query looks into them, and a patch rewrites them as one. `json` and
 * not `jsonb`, because it keeps the order of the elements.
 */
export const customer = pgTable(
  'customer',
  {
    id: uuid().primaryKey(),
    parentId: uuid(),
    /** 1 is the root, 4 the lowest. */
    level: smallint().notNull(),
    status: text().$type<Customer['status']>().notNull(),
    type: text().$type<Customer['type']>().notNull(),
    name: text(),
    /** `siblingKey`: unique under one parent. */
    siblingKey: text(),
    /** `foldName`: what a search compares. */
    nameFolded: text().notNull(),
    /** `sortName`: what a list is sorted by. The database's collation is C, so accents are taken off beforehand. */
    nameSorted: text().notNull(),
    currency: text().notNull(),
    allowOfferDelegation: boolean().notNull(),
    isAllowedImeiLock: boolean().notNull(),
    isImeiLockEnabled: boolean().notNull().default(false),
    companyNumber: text(),
    vatRegistrationNumber: text(),
    bankNumber: text(),
    bankBranchNumber: text(),
    logo: text(),
    mfaConfiguration: text().$type<Customer['mfaConfiguration']>().notNull(),
    contact: json().$type<Customer['contact']>().notNull(),
    address: json().$type<Customer['address']>().notNull(),
    invoiceConfiguration: json().$type<Customer['invoiceConfiguration']>().notNull(),
    campaign: json().$type<Customer['campaign']>().notNull(),
    customFields: json().$type<Customer['customFields']>().notNull(),
  },
  (table) => [
    index('customer_by_sorted_name').on(table.parentId, table.nameSorted, table.id),
    index('customer_by_parent_and_id').on(table.parentId, table.id),
    uniqueIndex('customer_sibling_key').on(table.parentId, table.siblingKey),
  ],
)

/** An asynchronous request, from its ACK on. */
export const request = pgTable(
  'request',
  {
    /** Order of the ACKs, in which requests are applied. */
    sequence: bigserial({ mode: 'number' }).primaryKey(),
    id: uuid().notNull(),
    requesterId: uuid().notNull(),
    kind: text().$type<RequestedWrite['kind']>().notNull(),
    /**
     * The customer, the definition or the value that is written; of a create the id that the new customer will have, of new values the entity,
     * of new definitions and of values that are deleted the requester.
     */
    subjectId: uuid().notNull(),
    body: json().$type<RequestedWrite['body']>().notNull(),
    status: text().$type<CallStatus>().notNull().default('OPEN'),
    /** The status in which it ends without being applied. Set by the faults door alone. */
    forcedStatus: text().$type<ForcedStatus>(),
    dueAt: timestamp({ withTimezone: true, mode: 'date' }).notNull(),
    endedAt: timestamp({ withTimezone: true, mode: 'date' }),
  },
  (table) => [
    uniqueIndex('request_by_id').on(table.id),
    index('request_open').on(table.sequence).where(sql`status = 'OPEN'`),
  ],
)

/** What a request asks for; `body` is the parsed one. */
export type RequestedWrite =
  | { kind: 'createCustomer'; body: CreateCustomer }
  | { kind: 'modifyCustomer'; body: ModifyCustomer }
  | { kind: 'createExternalParamDefinitions'; body: CreateExternalParamDefinitions & { entity: ExternalParamEntity } }
  | { kind: 'modifyExternalParamDefinition'; body: ModifyExternalParamDefinition }
  | { kind: 'deleteExternalParamDefinition'; body: Record<string, never> }
  | { kind: 'createExternalParams'; body: CreateExternalParams & { entity: ExternalParamEntity } }
  | { kind: 'modifyExternalParam'; body: ModifyExternalParam }
  | { kind: 'deleteExternalParams'; body: { ids: string[] } }
export type ForcedStatus = Exclude<CallStatus, 'OPEN' | 'SUCCESS'>

/** A user of type PUBLIC_API: who may ask for a token. */
export const publicApiUser = pgTable('public_api_user', {
  id: uuid().primaryKey(),
  /** An e-mail address in lower case. */
  username: text().notNull().unique(),
  passwordHash: text().notNull(),
  customerId: uuid().notNull(),
})

/** Keys made at the first start. */
export const secret = pgTable('secret', {
  name: text().primaryKey(),
  value: text().notNull(),
})

/** An external parameter as its owner defined it. One that is deleted stays, and frees its name. */
export const externalParamDefinition = pgTable(
  'external_param_definition',
  {
    id: uuid().primaryKey(),
    ownerId: uuid().notNull(),
    entityType: text().$type<ExternalParamEntity>().notNull(),
    name: text().notNull(),
    displayName: text(),
    description: text(),
    isSearchable: boolean().notNull().default(true),
    deletedAt: deletedAt(),
  },
  (table) => [
    // A hash, because an index takes no more than some 2,700 bytes.
    uniqueIndex('external_param_definition_name')
      .on(table.ownerId, table.entityType, sql`md5(${table.name})`)
      .where(sql`deleted_at is null`),
  ],
)

/** The value of an external parameter on one customer, subscriber or plan. One that is deleted stays. */
export const externalParamValue = pgTable(
  'external_param_value',
  {
    id: uuid().primaryKey(),
    definitionId: uuid()
      .notNull()
      .references(() => externalParamDefinition.id),
    entityId: uuid().notNull(),
    value: text().notNull(),
    /** `foldName`: what a search compares. */
    valueFolded: text().notNull(),
    /** False from a rename of the definition until the value is set again. */
    isActive: boolean().notNull().default(true),
    deletedAt: deletedAt(),
  },
  (table) => [
    uniqueIndex('external_param_value_of_entity').on(table.entityId, table.definitionId).where(sql`deleted_at is null`),
    index('external_param_value_of_definition').on(table.definitionId).where(sql`deleted_at is null`),
  ],
)

/** A plan that a customer sells. */
export const plan = pgTable(
  'plan',
  {
    id: uuid().primaryKey(),
    ownerId: uuid().notNull(),
    name: text().notNull(),
  },
  (table) => [index('plan_of_owner').on(table.ownerId, table.name, table.id)],
)

/** A SIM of a customer. */
export const subscriber = pgTable(
  'subscriber',
  {
    id: uuid().primaryKey(),
    customerId: uuid().notNull(),
    status: text().$type<Customer['status']>().notNull(),
    iccid: text().notNull().unique(),
    imsi: text().notNull(),
    msisdn: text().notNull(),
    imei: text(),
  },
  (table) => [index('subscriber_of_customer').on(table.customerId, table.iccid)],
)
