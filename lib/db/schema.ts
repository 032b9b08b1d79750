import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import type { Problem } from '@/lib/contract/problem'
import type { RecordedChange } from '@/lib/contract/recorded-request'
import { importRowStates, pauseReasons, valueImportStates } from '@/lib/contract/value-import'

const at = (name: string) => timestamp(name, { withTimezone: true })

/**
 * A console user. `customerId` is the customer that it acts for; `role` one of the contract's user roles. A user that was invited as a
 * contact of a sub-customer has that contact's id, and the parent by whose access its own profile is read.
 */
export const user = pgTable('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  customerId: text('customer_id').notNull(),
  role: text('role').notNull(),
  contactId: text('contact_id'),
  parentCustomerId: text('parent_customer_id'),
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  /** When the user declined a second factor that its customer's policy offers but does not demand. */
  factorDeclinedAt: at('factor_declined_at'),
  /** A user that may not sign in any more; its record stays for the audit trail. */
  disabledAt: at('disabled_at'),
  createdAt: at('created_at').notNull().defaultNow(),
  updatedAt: at('updated_at').notNull().defaultNow(),
})

export const session = pgTable(
  'session',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    expiresAt: at('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    rememberMe: boolean('remember_me').notNull().default(false),
    /** The sign-in. A rotation of the token keeps it, so that no rotation lengthens a session. */
    startedAt: at('started_at').notNull().defaultNow(),
    /** When the person last did something, not when the browser last called. */
    lastActiveAt: at('last_active_at').notNull().defaultNow(),
    /** When the second factor was proved in this session. */
    secondFactorAt: at('second_factor_at'),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (table) => [index('session_user_id').on(table.userId)],
)

/** The auth library's: how a user proves who he is. `password` is a salted hash. */
export const account = pgTable(
  'account',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: at('access_token_expires_at'),
    refreshTokenExpiresAt: at('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (table) => [index('account_user_id').on(table.userId)],
)

/** The auth library's: values that are proved by sending them back, such as a reset link. */
export const verification = pgTable(
  'verification',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: at('expires_at').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (table) => [index('verification_identifier').on(table.identifier)],
)

/** The auth library's: secret and recovery codes of a user, encrypted. */
export const twoFactor = pgTable(
  'two_factor',
  {
    id: text('id').primaryKey(),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    verified: boolean('verified').notNull().default(true),
    failedVerificationCount: integer('failed_verification_count').notNull().default(0),
    lockedUntil: at('locked_until'),
  },
  (table) => [index('two_factor_user_id').on(table.userId)],
)

/** A time-based code that was tried, as a hash: within its window it is not taken again (RFC 6238, section 5.2). */
export const usedCode = pgTable(
  'used_code',
  {
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    codeHash: text('code_hash').notNull(),
    usedAt: at('used_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.codeHash] })],
)

/** Attempts at a proof, by what is tried and by account or address (hashed). In the database, so that several processes count together. */
export const attempt = pgTable('attempt', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  lastAt: at('last_at').notNull(),
  lockedUntil: at('locked_until'),
})

/** A browser in which a user has signed in, by the hash of its device cookie. */
export const knownDevice = pgTable(
  'known_device',
  {
    userId: text('user_id')
      .notNull()
      .references(() => user.id, { onDelete: 'cascade' }),
    deviceHash: text('device_hash').notNull(),
    firstSeenAt: at('first_seen_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.deviceHash] })],
)

/** The record of sign-ins, failures, factor and role changes. Append-only: a trigger refuses to change or delete a row. */
export const auditEvent = pgTable(
  'audit_event',
  {
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
    at: at('at').notNull().defaultNow(),
    /** The customer whose super admins may read it. */
    customerId: text('customer_id').notNull(),
    kind: text('kind').notNull(),
    /** Whom it concerns; its e-mail address as it was then. */
    userId: text('user_id'),
    userEmail: text('user_email').notNull(),
    /** Who did it, where that is somebody else. */
    actorEmail: text('actor_email'),
    address: text('address'),
    device: text('device'),
    detail: jsonb('detail').$type<Record<string, string>>(),
  },
  (table) => [index('audit_event_customer').on(table.customerId, table.id)],
)

/** How the console speaks to the platform for one parent customer. The password is sealed, never stored in clear. */
export const platformAccess = pgTable('platform_access', {
  customerId: text('customer_id').primaryKey(),
  customerName: text('customer_name').notNull(),
  username: text('username').notNull(),
  sealedPassword: text('sealed_password').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
})

/**
 * One submission of a form instance, by its idempotency key. It exists from before the platform is called, so that neither a repeat nor a
 * crash can send it twice. `sealedBody` is what was sent, kept only while reading may have to find out what became of it.
 */
export const submission = pgTable(
  'submission',
  {
    /** The form instance's UUID, prefixed with the user's id: a stranger's key is another key. */
    key: text('key').primaryKey(),
    customerId: text('customer_id').notNull(),
    /** One of the contract's kinds of requests. */
    kind: text('kind').notNull().default('createCustomer'),
    /** What the write changes; null where it makes something. */
    targetId: text('target_id'),
    bodyHash: text('body_hash').notNull(),
    state: text('state', { enum: ['sending', 'acked', 'unknown', 'found'] }).notNull(),
    requestId: text('request_id'),
    /** What the write made. */
    subjectId: text('subject_id'),
    sealedBody: text('sealed_body'),
    sentAt: at('sent_at').notNull().defaultNow(),
  },
  // One customer is what one submission became: two that look alike are not both told to be it.
  (table) => [uniqueIndex('submission_subject_id').on(table.customerId, table.subjectId)],
)

/**
 * An asynchronous request that the platform ACKed: who asked for which changes of what, and how it ended. Append-only but for its end, which is
 * written once: triggers refuse everything else.
 */
export const request = pgTable(
  'request',
  {
    requestId: text('request_id').primaryKey(),
    /** The parent that asked. */
    customerId: text('customer_id').notNull(),
    userId: text('user_id').notNull(),
    userName: text('user_name').notNull(),
    kind: text('kind').notNull(),
    subjectId: text('subject_id'),
    subjectName: text('subject_name'),
    changes: jsonb('changes').$type<RecordedChange[]>().notNull().default([]),
    status: text('status').notNull().default('OPEN'),
    createdAt: at('created_at').notNull().defaultNow(),
    endedAt: at('ended_at'),
    /** Order of recording; two requests may share a millisecond. */
    sequence: integer('sequence').generatedAlwaysAsIdentity().notNull(),
  },
  (table) => [
    uniqueIndex('request_sequence').on(table.customerId, table.sequence),
    index('request_subject').on(table.customerId, table.subjectId, table.sequence),
    index('request_status').on(table.customerId, table.status, table.sequence),
  ],
)

/**
 * An import of values: one definition, many sub-customers. One process at a time works on it, the one that holds the lease; when that one dies,
 * the lease ends by itself and another goes on.
 */
export const valueImport = pgTable(
  'value_import',
  {
    id: text('id').primaryKey(),
    customerId: text('customer_id').notNull(),
    customerName: text('customer_name').notNull(),
    /** For whom the worker acts: who started it, or took it up again. */
    userId: text('user_id').notNull(),
    userName: text('user_name').notNull(),
    definitionId: text('definition_id').notNull(),
    definitionName: text('definition_name').notNull(),
    rowCount: integer('row_count').notNull(),
    state: text('state', { enum: valueImportStates }).notNull().default('draft'),
    pausedBecause: text('paused_because', { enum: pauseReasons }),
    leaseHolder: text('lease_holder'),
    leaseUntil: at('lease_until'),
    createdAt: at('created_at').notNull().defaultNow(),
    endedAt: at('ended_at'),
  },
  (table) => [
    index('value_import_customer').on(table.customerId, table.createdAt),
    index('value_import_state').on(table.state),
  ],
)

/** One row of an import. Its idempotency key is there before anything is sent, so that a crash at any moment sends nothing twice. */
export const valueImportRow = pgTable(
  'value_import_row',
  {
    importId: text('import_id')
      .notNull()
      .references(() => valueImport.id, { onDelete: 'cascade' }),
    line: integer('line').notNull(),
    customer: text('customer').notNull(),
    subCustomerId: text('sub_customer_id'),
    value: text('value').notNull(),
    /** Row key of its submission. */
    key: text('key').notNull(),
    state: text('state', { enum: importRowStates }).notNull(),
    requestId: text('request_id'),
    errorCode: text('error_code'),
    problems: jsonb('problems').$type<Problem[]>().notNull().default([]),
    /** When it came into its state. */
    changedAt: at('changed_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.importId, table.line] }),
    index('value_import_row_state').on(table.importId, table.state, table.line),
  ],
)
