import * as z from 'zod/mini'

/**
 * A value that every copy of a module in this process shares. Next loads a `lib` module once for pages and once for route handlers, so a
 * plain module variable would exist twice: two databases, two token caches.
 */
export function processWide<T>(name: string, make: () => T): T {
  const store = globalThis as unknown as Record<symbol, T | undefined>
  const key = Symbol.for(`selfcare.${name}`)
  store[key] ??= make()
  return store[key]
}

const wholeText = (min: number, max: number) =>
  z.pipe(
    z.string().check(z.regex(/^\d+$/, `must be a whole number, ${min} to ${max}`)),
    z.pipe(
      z.transform(Number),
      z.number().check(z.refine((value) => value >= min && value <= max, `must be ${min} to ${max}`)),
    ),
  )

const url = (protocols: string[]) =>
  z
    .string()
    .check(
      z.refine(
        (value) => URL.canParse(value) && protocols.includes(new URL(value).protocol),
        `must be a URL of ${protocols.map((protocol) => protocol.replace(':', '')).join(' or ')}`,
      ),
    )

/** An origin and nothing more: calls go to `${PLATFORM_URL}/api/v2/…`. */
const origin = url(['http:', 'https:']).check(
  z.refine(
    (value) => URL.canParse(value) && new URL(value).origin === value.replace(/\/$/, ''),
    'must be an origin without a path',
  ),
)

const schema = z.object({
  PLATFORM_URL: origin,
  PORT: z._default(wholeText(1, 65_535), 3000),
  /** Where users find the console: mails link there. Without it, this machine. */
  CONSOLE_URL: z.optional(origin),
  PLATFORM_TIMEOUT_MS: z._default(wholeText(1, 600_000), 10_000),
  DATABASE_URL: z.optional(url(['postgres:', 'postgresql:'])),
  DATA_DIR: z._default(z.string(), '.data'),
  AUTH_SECRET: z.string().check(z.minLength(32, 'must have at least 32 characters')),
  SMTP_URL: z.optional(url(['smtp:', 'smtps:'])),
  LOG_LEVEL: z._default(
    z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent'),
    'info',
  ),
})

export type Env = z.output<typeof schema> & { CONSOLE_URL: string }

/**
 * Reads the environment. An empty variable counts as absent.
 * @throws Error with one line per variable that is missing or malformed, which names it
 */
export function readEnv(variables: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''))
  const result = schema.safeParse(given)
  if (result.success) {
    const { PLATFORM_URL, CONSOLE_URL, PORT } = result.data
    const consoleUrl = CONSOLE_URL ?? `http://127.0.0.1:${PORT}`
    return { ...result.data, PLATFORM_URL: new URL(PLATFORM_URL).origin, CONSOLE_URL: new URL(consoleUrl).origin }
  }
  const lines = result.error.issues.map((issue) => {
    const name = String(issue.path[0])
    return `${name} ${name in given ? issue.message : 'is required'}`
  })
  throw new Error(lines.join('\n'))
}

/** The environment of this process, parsed once. */
export function env(): Env {
  return processWide('env', () => readEnv(process.env))
}
