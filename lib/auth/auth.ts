import 'server-only'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { database } from '@/lib/db/database'
import * as schema from '@/lib/db/schema'
import { env, processWide } from '@/lib/env'

/** With "Remember me" a session lasts three days. Without, the cookie goes with the browser, and the session after at most that time. */
const sessionSeconds = 3 * 24 * 60 * 60

async function build(secure: boolean) {
  const db = await database()
  return betterAuth({
    secret: env().AUTH_SECRET,
    // The console answers under whatever name its operator gave it; a request is same-origin by its own Host (see trustedOrigins).
    baseURL: { allowedHosts: ['*'], protocol: secure ? 'https' : 'http' },
    trustedOrigins: (request) => (request ? [`${secure ? 'https' : 'http'}://${request.headers.get('host')}`] : []),
    database: drizzleAdapter(db, { provider: 'pg', schema }),
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, maxPasswordLength: 128 },
    user: {
      additionalFields: {
        customerId: { type: 'string', required: true, input: false },
        role: { type: 'string', required: true, input: false },
      },
    },
    session: { expiresIn: sessionSeconds, updateAge: 60 * 60, storeSessionInDatabase: true },
    rateLimit: { enabled: true, window: 60, max: 600, customRules: { '/sign-in/email': { window: 60, max: 300 } } },
    disabledPaths: ['/sign-up/email', '/update-user', '/change-email', '/delete-user'],
    advanced: {
      cookiePrefix: 'selfcare',
      useSecureCookies: secure,
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, secure },
    },
    telemetry: { enabled: false },
    // The library logs e-mail addresses of failed sign-ins; our own log tells what happened without them.
    logger: { disabled: true },
  })
}

export type Auth = Awaited<ReturnType<typeof build>>

/**
 * The auth library, bound to the database. Cookies carry `Secure` unless the request's Host is a loopback name, where a browser without TLS
 * could not keep them.
 * @param host the request's Host header
 */
export function authFor(host: string | null): Promise<Auth> {
  const secure = !isLoopback(host)
  const built = processWide('auth', () => new Map<boolean, Promise<Auth>>())
  const existing = built.get(secure)
  if (existing) return existing
  const fresh = build(secure)
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
