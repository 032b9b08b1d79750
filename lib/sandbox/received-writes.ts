import type { Context, Next } from 'hono'
import { answerAll } from './answer'
import type { SandboxEnv } from './context'
import { readBytes } from './read-json'

type ReceivedWrite = {
  method: string
  path: string
  /** The body as JSON, as text where it is none, null where it was too large or did not arrive. */
  body: unknown
  /** ISO 8601, UTC. */
  at: string
  /** HTTP status of the answer; null while there is none, and where a fault kept it back. */
  status: number | null
}

const writeMethods = ['POST', 'PATCH', 'PUT', 'DELETE']

/** As many as are kept, the newest. */
const keptWrites = 10_000

/** The writes that arrived, accepted or not, for a test that must know what was sent and how often. They live in memory. */
export function openReceivedWrites() {
  let writes: ReceivedWrite[] = []

  return {
    /** `GET /__requests` */
    list: (c: Context) => answerAll(c, writes),
    /** `DELETE /__requests` */
    clear: (c: Context) => {
      writes = []
      return answerAll(c, [])
    },
    record: async (c: Context<SandboxEnv>, next: Next) => {
      const { method, path } = c.req
      if (!writeMethods.includes(method) || path === '/api/v2/auth/token') return next()
      const write: ReceivedWrite = { method, path, body: null, at: new Date().toISOString(), status: null }
      writes.push(write)
      if (writes.length > keptWrites) writes.shift()
      write.body = await bodyOf(c)
      await next()
      if (!c.env.outgoing.destroyed) write.status = c.res.status
    },
  }
}

async function bodyOf(c: Context): Promise<unknown> {
  try {
    const text = new TextDecoder().decode(await readBytes(c))
    try {
      return JSON.parse(text)
    } catch {
      return text
    }
  } catch {
    return null
  }
}
