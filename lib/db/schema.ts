import { boolean, index, integer, jsonb, pgTable, text, timestamp, uniqueIndex } from 'drizzle-orm/pg-core'

const at = (name: string) => timestamp(name, { withTimezone: true })

/** A console user. `customerId` is the parent customer that it acts for; `role` one of the contract's user roles. */
export const user = pgTable('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  customerId: text('customer_id').notNull(),
  role: text('role').notNull(),
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
    bodyHash: text('body_hash').notNull(),
    state: text('state', { enum: ['sending', 'acked', 'unknown', 'found'] }).notNull(),
    requestId: text('request_id'),
    subjectId: text('subject_id'),
    sealedBody: text('sealed_body'),
    sentAt: at('sent_at').notNull().defaultNow(),
  },
  // One customer is what one submission became: two that look alike are not both told to be it.
  (table) => [uniqueIndex('submission_subject_id').on(table.customerId, table.subjectId)],
)

/** An asynchronous request that the platform ACKed: with who, what and which elements. Followed until `endedAt`. */
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
    elements: jsonb('elements').$type<string[]>().notNull(),
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
