import 'server-only'
import pino, { type Logger } from 'pino'
import { env, processWide } from '@/lib/env'

/**
 * The log: one JSON object a line on standard output. It takes ids, codes, statuses and durations; never a body, a name, an address, a
 * cookie or a token. Errors are written with type, message and stack, without their other properties (a driver puts values there).
 */
export function log(): Logger {
  return processWide('log', () =>
    pino({
      level: env().LOG_LEVEL,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describeError },
    }),
  )
}

type DescribedError = { type: string; message: string; stack?: string | undefined; cause?: DescribedError }

function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' }
  // Database drivers quote the failing statement's parameters in the message; its first line up to them is enough.
  const message = (error.message.split('\nparams:')[0] ?? '').slice(0, 500)
  const stack = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .join('\n')
  return { type: error.name, message, stack, ...(error.cause ? { cause: describeError(error.cause) } : {}) }
}
