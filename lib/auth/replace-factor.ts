import 'server-only'
import { createOTP } from '@better-auth/utils/otp'
import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth'
import { APIError, createAuthEndpoint, sensitiveSessionMiddleware } from 'better-auth/api'
import { generateRandomString, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import * as z from 'zod/mini'
import { signInCodes } from '@/lib/contract/sign-in-code'

/** How long the key of the new authenticator waits for its first code, in milliseconds. */
const waitingMs = 10 * 60 * 1000

/** Signs of the key, as many as the auth library gives its own. */
const keyLength = 32

/**
 * Moves the second factor to another authenticator. The new key waits apart and takes the old one's place with its first code, so whoever
 * breaks off half-way still has the old one: under MANDATORY the factor is never off. The recovery codes stay as they are.
 * @param issuer by which an authenticator names the console
 */
export function replaceFactor(issuer: string) {
  return {
    id: 'selfcare-replace-factor',
    endpoints: {
      /** The password for a new key. Answers `totpURI`. */
      beginReplacement: createAuthEndpoint(
        '/two-factor/replace',
        { method: 'POST', body: z.object({ password: z.string() }), use: [sensitiveSessionMiddleware] },
        async (ctx) => {
          const { user } = ctx.context.session
          await ctx.context.password.checkPassword(user.id, ctx)
          if (!(await factorOf(ctx, user.id))) throw new APIError('BAD_REQUEST', { code: signInCodes.notEnrolled })
          const { internalAdapter, secretConfig: key } = ctx.context
          const secret = generateRandomString(keyLength)
          const value = await symmetricEncrypt({ key, data: secret })
          await internalAdapter.deleteVerificationByIdentifier(waitingFor(user.id))
          const expiresAt = new Date(Date.now() + waitingMs)
          await internalAdapter.createVerificationValue({ identifier: waitingFor(user.id), value, expiresAt })
          return ctx.json({ totpURI: createOTP(secret).url(issuer, user.email) })
        },
      ),
      /** The first code of the new authenticator: from now on it is the one that counts. */
      completeReplacement: createAuthEndpoint(
        '/two-factor/verify-replacement',
        { method: 'POST', body: z.object({ code: z.string() }), use: [sensitiveSessionMiddleware] },
        async (ctx) => {
          const { user } = ctx.context.session
          const { adapter, internalAdapter, secretConfig: key } = ctx.context
          const [factor, waiting] = await Promise.all([
            factorOf(ctx, user.id),
            internalAdapter.findVerificationValue(waitingFor(user.id)),
          ])
          if (!factor || !waiting || waiting.expiresAt < new Date()) throw replacementEnded()
          const secret = await symmetricDecrypt({ key, data: waiting.value })
          if (!(await createOTP(secret).verify(ctx.body.code))) {
            throw new APIError('UNAUTHORIZED', { code: signInCodes.wrongCode })
          }
          // Whoever takes it out of the waiting is the only one to put it in place.
          const taken = await internalAdapter.consumeVerificationValue(waitingFor(user.id))
          if (taken?.value !== waiting.value) throw replacementEnded()
          const where = [{ field: 'id', value: factor.id }]
          await adapter.update({ model: 'twoFactor', update: { secret: waiting.value }, where })
          return ctx.json({ status: true })
        },
      ),
    },
  } satisfies BetterAuthPlugin
}

function waitingFor(userId: string): string {
  return `replace-factor:${userId}`
}

async function factorOf(ctx: GenericEndpointContext, userId: string): Promise<{ id: string } | undefined> {
  const where = [{ field: 'userId', value: userId }]
  const factor = await ctx.context.adapter.findOne<{ id: string; verified?: boolean }>({ model: 'twoFactor', where })
  return factor && factor.verified !== false ? factor : undefined
}

function replacementEnded(): APIError {
  return new APIError('BAD_REQUEST', { code: signInCodes.replacementEnded })
}
