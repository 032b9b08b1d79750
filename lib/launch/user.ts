import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { and, asc, eq } from 'drizzle-orm'
import { recordEvent } from '@/lib/auth/audit'
import { makeResetToken } from '@/lib/auth/reset-link'
import { seal } from '@/lib/auth/seal'
import { type UserRole, userRoles } from '@/lib/contract/enums'
import { closeDatabase, type Database, database } from '@/lib/db/database'
import { platformAccess, session, twoFactor, user } from '@/lib/db/schema'
import { env } from '@/lib/env'
import { tokenOf } from '@/lib/platform/token'

const usage = `npm run user -- COMMAND

  access --api-user NAME --customer-name NAME [--customer-id ID]
      keeps how the console speaks to the platform for a parent customer; asks for the API user's password
  add --email ADDRESS --name NAME --customer-id ID [--role ROLE]
      makes a user and prints a link to set the password
  list
  disable --email ADDRESS      ends the sessions too
  enable --email ADDRESS
  role --email ADDRESS --role ROLE
  reset-factor --email ADDRESS removes the second factor
  reset-link --email ADDRESS   prints a link to set the password

ROLE is one of ${userRoles.join(', ')} (default ROLE_SUPER_ADMIN).
With the embedded database, stop the console first. A link is good for 30 minutes, once.`

type Options = ReturnType<typeof readArguments>['options']

function readArguments() {
  const text = { type: 'string' } as const
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      email: text,
      name: text,
      role: text,
      'api-user': text,
      'customer-id': text,
      'customer-name': text,
    },
  })
  return { command: positionals[0], options: values }
}

/** The commands by name; each throws with a sentence that says what is wrong. */
const commands: Record<string, (db: Database, options: Options) => Promise<void>> = {
  access: async (db, options) => {
    const username = needed(options, 'api-user')
    const password = process.env.PLATFORM_PASSWORD || (await ask(`Password of ${username}: `))
    const told = (await tokenOf({ username, password })).customerId
    const customerId = options['customer-id'] ?? told
    if (!customerId) throw new Error('The platform does not say which customer this is: give --customer-id.')
    const values = {
      username,
      sealedPassword: seal('platform-password', password),
      customerName: needed(options, 'customer-name'),
    }
    const target = platformAccess.customerId
    await db
      .insert(platformAccess)
      .values({ customerId, ...values })
      .onConflictDoUpdate({ target, set: values })
    console.log(`Access to the platform is kept for customer ${customerId}.`)
  },
  add: async (db, options) => {
    const customerId = needed(options, 'customer-id')
    const [access] = await db.select().from(platformAccess).where(eq(platformAccess.customerId, customerId))
    if (!access) throw new Error(`No access to the platform is kept for customer ${customerId}: use "access" first.`)
    const values = {
      id: randomUUID(),
      email: emailOf(options),
      name: needed(options, 'name'),
      role: roleOf(options),
      customerId,
    }
    const [added] = await db
      .insert(user)
      .values({ ...values, emailVerified: true })
      .onConflictDoNothing()
      .returning()
    if (!added) throw new Error(`${values.email} is a user already.`)
    await recordEvent({ kind: 'userCreated', user: added, detail: { role: added.role } })
    await printLink(added.id)
  },
  list: async (db) => {
    const rows = await db.select().from(user).orderBy(asc(user.customerId), asc(user.email))
    for (const { email, role, customerId, twoFactorEnabled, disabledAt } of rows) {
      const notes = [twoFactorEnabled ? 'second factor' : '', disabledAt ? 'disabled' : ''].filter(Boolean)
      console.log([email, role, customerId, ...notes].join('  '))
    }
  },
  disable: async (db, options) => {
    const found = await change(db, emailOf(options), { disabledAt: new Date() })
    await db.delete(session).where(eq(session.userId, found.id))
    await recordEvent({ kind: 'userDisabled', user: found })
  },
  enable: async (db, options) => {
    await change(db, emailOf(options), { disabledAt: null })
  },
  role: async (db, options) => {
    const found = await change(db, emailOf(options), { role: roleOf(options) })
    await recordEvent({ kind: 'roleChanged', user: found, detail: { role: found.role } })
  },
  'reset-factor': async (db, options) => {
    const found = await change(db, emailOf(options), { twoFactorEnabled: false, factorDeclinedAt: null })
    await db.delete(twoFactor).where(eq(twoFactor.userId, found.id))
    await db.delete(session).where(eq(session.userId, found.id))
    await recordEvent({ kind: 'factorRemoved', user: found })
  },
  'reset-link': async (db, options) => {
    const [found] = await db
      .select()
      .from(user)
      .where(eq(user.email, emailOf(options)))
    if (!found) throw new Error(`There is no user ${options.email}.`)
    await printLink(found.id)
  },
}

async function change(db: Database, email: string, values: Partial<typeof user.$inferInsert>) {
  const [changed] = await db
    .update(user)
    .set({ ...values, updatedAt: new Date() })
    .where(and(eq(user.email, email)))
    .returning()
  if (!changed) throw new Error(`There is no user ${email}.`)
  console.log(`${email} is changed.`)
  return changed
}

async function printLink(userId: string): Promise<void> {
  console.log(`${env().CONSOLE_URL}/sign-in/reset?token=${await makeResetToken(userId)}`)
}

function emailOf(options: Options): string {
  const email = needed(options, 'email').toLowerCase()
  if (!/^[^@\s]+@[^@\s]+$/.test(email)) throw new Error(`${email} is no e-mail address.`)
  return email
}

function roleOf(options: Options): UserRole {
  const role = userRoles.find((known) => known === (options.role ?? 'ROLE_SUPER_ADMIN'))
  if (!role) throw new Error(`--role must be one of ${userRoles.join(', ')}.`)
  return role
}

function needed(options: Options, name: keyof Options): string {
  const value = options[name]
  if (!value) throw new Error(`--${name} is needed.\n\n${usage}`)
  return value
}

async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await terminal.question(question)
  } finally {
    terminal.close()
  }
}

async function main(): Promise<void> {
  const { command = '', options } = readArguments()
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (!run) throw new Error(usage)
  try {
    await run(await database(), options)
  } finally {
    await closeDatabase()
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
