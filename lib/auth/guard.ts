import 'server-only'
import { randomBytes } from 'node:crypto'
import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx, isAPIError } from 'better-auth/api'
import { deleteSessionCookie, setSessionCookie } from 'better-auth/cookies'
import { type AttemptKind, type AttemptSource, beginAttempt, forgetAttempts, returnAttempt } from '@/lib/auth/attempts'
import { recordEvent } from '@/lib/auth/audit'
import { newPasswordFaults } from '@/lib/auth/common-password'
import { declineFactor } from '@/lib/auth/decline-factor'
import { findUserByEmail } from '@/lib/auth/find-user'
import { meetDevice } from '@/lib/auth/known-device'
import type { AuthPorts, ConsoleUser } from '@/lib/auth/ports'
import { missingProof } from '@/lib/auth/proof'
import { takeCode } from '@/lib/auth/used-code'
import { clientAddress, describeDevice } from '@/lib/auth/user-agent'
import type { AuditKind } from '@/lib/contract/audit-event'
import type { MfaConfiguration } from '@/lib/contract/enums'
import { signInCodes } from '@/lib/contract/sign-in-code'
import { log } from '@/lib/server/log'

/** The calls that prove something, and what is tried by them. */
const tried: Readonly<Record<string, AttemptKind>> = {
  '/sign-in/email': 'password',
  '/two-factor/enable': 'password',
  '/two-factor/disable': 'password',
  '/two-factor/replace': 'password',
  '/two-factor/generate-backup-codes': 'password',
  '/change-password': 'password',
  '/two-factor/verify-totp': 'code',
  '/two-factor/verify-replacement': 'code',
  '/two-factor/verify-backup-code': 'recovery-code',
  '/request-password-reset': 'reset',
  '/reset-password': 'reset',
}

/** Under MANDATORY nobody turns his factor off; under DISABLED there is none to turn on or to move. */
const forbiddenUnder: Readonly<Record<string, MfaConfiguration>> = {
  '/two-factor/enable': 'DISABLED',
  '/two-factor/replace': 'DISABLED',
  '/two-factor/verify-replacement': 'DISABLED',
  '/two-factor/disable': 'MANDATORY',
}

/** The calls that bring a time-based code. */
const bringsCode = new Set(['/two-factor/verify-totp', '/two-factor/verify-replacement'])

type LiveSession = NonNullable<Awaited<ReturnType<typeof getSessionFromCtx>>>

/** What is known of a call before it is answered. */
type Pending = {
  source: AttemptSource | undefined
  user: ConsoleUser | undefined
  /** The session that the call came with, if any. */
  live: LiveSession | undefined
  locksNow: boolean
  from: { address: string | undefined; device: string | undefined }
}

/** Where the browser keeps the name by which we know it again. Says nothing of the person. */
const deviceCookie = 'device'
const deviceCookieSeconds = 365 * 24 * 60 * 60

/**
 * What the console adds to the auth library's own calls: the customer's policy decides about the second factor, attempts are counted and
 * locked, a code is taken once, new passwords follow the rule, and everything is recorded.
 * Must stand before the two-factor plugin: its hook after a sign-in then sees what the policy left of it.
 */
export function guard(ports: AuthPorts) {
  const pending = new WeakMap<Request, Pending>()
  return {
    id: 'selfcare-guard',
    hooks: {
      before: [{ matcher: ({ request }) => Boolean(request), handler: createAuthMiddleware((ctx) => before(ctx)) }],
      after: [{ matcher: ({ request }) => Boolean(request), handler: createAuthMiddleware((ctx) => after(ctx)) }],
    },
  } satisfies BetterAuthPlugin

  async function before(ctx: GenericEndpointContext) {
    const { request, path } = ctx
    if (!request || !path) return
    const headers = request.headers
    const live = (await getSessionFromCtx(ctx)) ?? undefined
    const user = await userOf(ctx, live)
    const from = { address: clientAddress(headers), device: describeDevice(headers.get('user-agent')) }
    const kind = tried[path]
    const account = typeof ctx.body?.email === 'string' ? ctx.body.email.trim().toLowerCase() : user?.email
    const source = kind && { kind, account, address: from.address }
    const state: Pending = { source, user, live, locksNow: false, from }
    pending.set(request, state)
    if (user) await refuseAgainstPolicy(path, user)
    if (source) {
      const { lockedForSeconds, locksNow } = await beginAttempt(source)
      if (lockedForSeconds !== undefined) throw locked(lockedForSeconds)
      state.locksNow = locksNow
    }
    if (path === '/reset-password' || path === '/change-password') refuseWeakPassword(ctx.body?.newPassword, user)
    return { context: { body: await readCode(path, ctx.body, user) } }
  }

  async function refuseAgainstPolicy(path: string, user: ConsoleUser): Promise<void> {
    const forbidding = forbiddenUnder[path]
    if (!forbidding) return
    const policy = await ports.policyOf(user).catch(() => undefined)
    if (!policy) throw platformUnavailable()
    if (policy === forbidding)
      throw new APIError('FORBIDDEN', { code: signInCodes.policyForbids, message: 'The policy forbids it' })
  }

  async function after(ctx: GenericEndpointContext): Promise<void> {
    const { request, path } = ctx
    const state = request && pending.get(request)
    if (!path || !state) return
    const { returned } = ctx.context as { returned?: unknown }
    if (isAPIError(returned)) {
      // Not waited for: whether there is such a user must not show in the time of the answer.
      failed(path, state, Number(returned.statusCode)).catch((err: unknown) =>
        log().error({ err }, 'could not record a failure'),
      )
      return
    }
    if (path === '/sign-in/email') await passwordAccepted(ctx, state)
    if (path === '/two-factor/verify-totp' || path === '/two-factor/verify-backup-code')
      await factorProved(ctx, path, state)
    // Asking for a reset link is counted whether or not it succeeds: it costs a stranger nothing and fills somebody's mailbox.
    if (state.source && path !== '/request-password-reset') await forgetAttempts(state.source)
    await recordSuccess(path, state)
  }

  async function failed(path: string, state: Pending, status: number): Promise<void> {
    const { source, user, locksNow, from } = state
    if (!source) return
    if (status >= 500) return returnAttempt(source)
    const owner = user ?? (source.account ? await findUserByEmail(source.account) : undefined)
    if (!owner) return
    const kind: AuditKind = source.kind === 'password' ? 'signInFailed' : 'codeFailed'
    await recordEvent({ kind, user: owner, ...from, detail: { call: path } })
    if (!locksNow) return
    await recordEvent({ kind: 'locked', user: owner, ...from, detail: { attempts: source.kind } })
    ports.sendMail(owner, { kind: 'locked', address: from.address ?? '' })
  }

  /** The password was right: whether that is enough is for the policy to say. */
  async function passwordAccepted(ctx: GenericEndpointContext, state: Pending): Promise<void> {
    const fresh = ctx.context.newSession
    if (!fresh) return
    const user = fresh.user as unknown as ConsoleUser
    state.user = user
    const refuse = async (error: APIError) => {
      deleteSessionCookie(ctx)
      await ctx.context.internalAdapter.deleteSession(fresh.session.token)
      ctx.context.setNewSession(null)
      throw error
    }
    if (user.disabledAt) {
      await refuse(
        new APIError('UNAUTHORIZED', { code: signInCodes.wrongCredentials, message: 'Invalid email or password' }),
      )
    }
    const policy = await ports.policyOf(user).catch(() => undefined)
    if (!policy) {
      if (state.source) await returnAttempt(state.source)
      return refuse(platformUnavailable())
    }
    const missing = missingProof({ policy, enrolled: Boolean(user.twoFactorEnabled), proved: false })
    if (missing === 'code') return
    // No code is asked, even of a user who once enrolled: the two-factor plugin decides by this flag of the answer's user.
    ctx.context.setNewSession({ ...fresh, user: { ...fresh.user, twoFactorEnabled: false } })
    await signedIn(ctx, user, state, {})
  }

  async function factorProved(ctx: GenericEndpointContext, path: string, state: Pending): Promise<void> {
    const { live, user } = state
    if (!user) return
    const factor = path.endsWith('totp') ? 'totp' : 'recovery-code'
    if (factor === 'recovery-code') await recordEvent({ kind: 'recoveryCodeUsed', user, ...state.from })
    if (!live) return signedIn(ctx, user, state, { factor })
    if (!user.twoFactorEnabled) return recordEvent({ kind: 'factorEnrolled', user, ...state.from })
    // The session was there before the proof was asked: it gets a new token with the proof, as a sign-in does.
    const proved = { ...live.session, secondFactorAt: new Date() }
    const session = await ctx.context.internalAdapter.createSession(user.id, !isRemembered(live), proved)
    await setSessionCookie(ctx, { session, user: live.user }, !isRemembered(live))
    await ctx.context.internalAdapter.deleteSession(live.session.token)
    await signedIn(ctx, user, state, { factor })
  }

  async function signedIn(
    ctx: GenericEndpointContext,
    user: ConsoleUser,
    { from }: Pending,
    detail: Record<string, string>,
  ) {
    await recordEvent({ kind: 'signIn', user, ...from, detail })
    const cookie = ctx.context.createAuthCookie(deviceCookie, { maxAge: deviceCookieSeconds })
    const known = await ctx.getSignedCookie(cookie.name, ctx.context.secret)
    const deviceId = known || randomBytes(16).toString('base64url')
    if (!known) await ctx.setSignedCookie(cookie.name, deviceId, ctx.context.secret, cookie.attributes)
    if (!(await meetDevice(user.id, deviceId))) return
    await recordEvent({ kind: 'newDevice', user, ...from })
    ports.sendMail(user, { kind: 'newDevice', device: from.device ?? '', address: from.address ?? '' })
  }

  async function recordSuccess(path: string, { user, from }: Pending): Promise<void> {
    if (!user) return
    const kind = successes[path]
    if (kind) await recordEvent({ kind, user, ...from })
    if (kind === 'factorRemoved') {
      // Whoever turns it off has decided: he is not asked again at the next sign-in.
      await declineFactor(user.id)
      ports.sendMail(user, { kind })
    }
    if (kind === 'factorReplaced') ports.sendMail(user, { kind })
    if (kind === 'passwordChanged' || kind === 'passwordReset') ports.sendMail(user, { kind: 'passwordChanged' })
  }
}

/** Calls whose success is recorded under this name. */
const successes: Readonly<Record<string, AuditKind>> = {
  '/sign-out': 'signOut',
  '/two-factor/verify-replacement': 'factorReplaced',
  '/two-factor/disable': 'factorRemoved',
  '/two-factor/generate-backup-codes': 'recoveryCodesRenewed',
  '/change-password': 'passwordChanged',
  '/request-password-reset': 'passwordResetAsked',
  '/reset-password': 'passwordReset',
}

/** The user that a call is about: by its session, by the challenge that waits for a code, or by a reset link. */
async function userOf(ctx: GenericEndpointContext, live: LiveSession | undefined): Promise<ConsoleUser | undefined> {
  if (ctx.path === '/sign-in/email' || ctx.path === '/request-password-reset') return undefined
  if (ctx.path === '/reset-password') return userOfVerification(ctx, `reset-password:${ctx.body?.token}`)
  if (live) return live.user as unknown as ConsoleUser
  const cookie = ctx.context.createAuthCookie('two_factor')
  const challenge = await ctx.getSignedCookie(cookie.name, ctx.context.secret)
  return challenge ? userOfVerification(ctx, challenge) : undefined
}

async function userOfVerification(ctx: GenericEndpointContext, identifier: string): Promise<ConsoleUser | undefined> {
  const verification = await ctx.context.internalAdapter.findVerificationValue(identifier)
  if (!verification || verification.expiresAt < new Date()) return undefined
  const user = await ctx.context.internalAdapter.findUserById(verification.value)
  return (user ?? undefined) as unknown as ConsoleUser | undefined
}

/** The body with the code as it is meant, spaces dropped; a time-based code is taken for this one try. */
async function readCode(path: string, body: unknown, user: ConsoleUser | undefined): Promise<unknown> {
  if (body === null || typeof body !== 'object') return body
  // A trusted device would let a second factor be skipped, whatever the policy says.
  const { trustDevice: _, ...rest } = body as Record<string, unknown>
  if (!bringsCode.has(path) && path !== '/two-factor/verify-backup-code') return rest
  const code = typeof rest.code === 'string' ? rest.code.replace(/\s/g, '') : rest.code
  if (bringsCode.has(path) && user && typeof code === 'string' && !(await takeCode(user.id, code))) {
    throw new APIError('UNAUTHORIZED', { code: signInCodes.wrongCode, message: 'Invalid code' })
  }
  return { ...rest, code }
}

function refuseWeakPassword(password: unknown, user: ConsoleUser | undefined): void {
  const faults = newPasswordFaults(typeof password === 'string' ? password : '', user?.email ?? '')
  if (faults.length === 0) return
  throw new APIError('BAD_REQUEST', { code: signInCodes.weakPassword, message: 'The password is too weak', faults })
}

function locked(seconds: number): APIError {
  const body = { code: signInCodes.locked, message: 'Too many attempts', retryAfterSeconds: seconds }
  return new APIError('TOO_MANY_REQUESTS', body, { 'retry-after': String(seconds) })
}

function platformUnavailable(): APIError {
  return new APIError('SERVICE_UNAVAILABLE', {
    code: signInCodes.platformUnavailable,
    message: 'The policy of the customer cannot be read',
  })
}

function isRemembered({ session }: LiveSession): boolean {
  return Boolean((session as { rememberMe?: boolean }).rememberMe)
}
