import 'server-only'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { twoFactor } from 'better-auth/plugins'
import { guard } from '@/lib/auth/guard'
import type { AuthPorts } from '@/lib/auth/ports'
import { replaceFactor } from '@/lib/auth/replace-factor'
import { resetLinkSeconds } from '@/lib/auth/reset-link'
import { sessionLife } from '@/lib/auth/session-life'
import { passwordLengths } from '@/lib/contract/password'
import { database } from '@/lib/db/database'
import * as schema from '@/lib/db/schema'
import { env, processWide } from '@/lib/env'

/** The name by which an authenticator lists the console. */
const productName = 'Selfcare Console'
/** How long the auth library lets a remembered session live, in seconds; how long it really lives is for `sessionLife` to say. */
const rememberedSeconds = 3 * 24 * 60 * 60

/** Calls that prove a second factor: a session that they make has it. */
const proofs = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code'])

async function build(secure: boolean, ports: AuthPorts) {
  const db = await database()
  const given = { required: false, input: false } as const
  return betterAuth({
    appName: productName,
    secret: env().AUTH_SECRET,
    // The console answers under whatever name its operator gave it; a request is same-origin by its own Host (see trustedOrigins).
    baseURL: { allowedHosts: ['*'], protocol: secure ? 'https' : 'http' },
    trustedOrigins: (request) => (request ? [`${secure ? 'https' : 'http'}://${request.headers.get('host')}`] : []),
    database: drizzleAdapter(db, { provider: 'pg', schema }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLengths.withVariety,
      maxPasswordLength: passwordLengths.longest,
      resetPasswordTokenExpiresIn: resetLinkSeconds,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: async ({ user, token }) => ports.sendMail(user, { kind: 'resetPassword', token }),
    },
    user: {
      additionalFields: {
        customerId: { type: 'string', required: true, input: false },
        role: { type: 'string', required: true, input: false },
        contactId: { type: 'string', ...given },
        parentCustomerId: { type: 'string', ...given },
        factorDeclinedAt: { type: 'date', ...given },
        disabledAt: { type: 'date', ...given },
      },
    },
    session: {
      expiresIn: rememberedSeconds,
      disableSessionRefresh: true,
      storeSessionInDatabase: true,
      additionalFields: {
        rememberMe: { type: 'boolean', ...given },
        startedAt: { type: 'date', ...given },
        lastActiveAt: { type: 'date', ...given },
        secondFactorAt: { type: 'date', ...given },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session, context) => ({ data: { ...session, ...sessionTimes(session, context?.path) } }),
        },
      },
    },
    plugins: [
      guard(ports),
      twoFactor({ issuer: productName, accountLockout: { enabled: false } }),
      replaceFactor(productName),
    ],
    // Attempts are counted in the database by the guard, so that several processes count together.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'selfcare',
      useSecureCookies: secure,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, secure },
      // Only the last entry of this header is to be trusted; the guard reads it.
      ipAddress: { ipAddressHeaders: ['x-forwarded-for'] },
    },
    telemetry: { enabled: false },
    // The library logs e-mail addresses of failed sign-ins; our own log tells what happened without them.
    logger: { disabled: true },
  })
}

/** A session that a rotation makes keeps the times of the one before, so that no rotation lengthens it. */
function sessionTimes(session: Record<string, unknown>, path: string | undefined) {
  const now = new Date()
  const expiresAt = session.expiresAt as Date
  // The library gives a session that is not to be remembered one day, any other `rememberedSeconds`.
  const rememberMe =
    typeof session.rememberMe === 'boolean' ? session.rememberMe : +expiresAt - +now > 2 * 24 * 60 * 60 * 1000
  const startedAt = (session.startedAt as Date | undefined) ?? now
  const proved = proofs.has(path ?? '') ? now : null
  return {
    rememberMe,
    startedAt,
    lastActiveAt: now,
    secondFactorAt: (session.secondFactorAt as Date | null | undefined) ?? proved,
    expiresAt: new Date(startedAt.getTime() + sessionLife(rememberMe).longestMs),
  }
}

export type Auth = Awaited<ReturnType<typeof build>>

/**
 * The auth library, bound to the database. Cookies carry `Secure` unless the request's Host is a loopback name, where a browser without TLS
 * could not keep them.
 * @param host the request's Host header
 * @param ports those of the first call are kept
 */
export function authFor(host: string | null, ports: AuthPorts): Promise<Auth> {
  const secure = !isLoopback(host)
  const built = processWide('auth', () => new Map<boolean, Promise<Auth>>())
  const existing = built.get(secure)
  if (existing) return existing
  const fresh = build(secure, ports)
  built.set(secure, fresh)
  fresh.catch(() => built.delete(secure))
  return fresh
}

/** Whether a Host header names this machine itself. */
export function isLoopback(host: string | null): boolean {
  if (!host) return false
  const name = host.startsWith('[') ? host.slice(0, host.indexOf(']') + 1) : host.replace(/:\d+$/, '')
  return name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name)
}
