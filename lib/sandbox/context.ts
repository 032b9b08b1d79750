import type { HttpBindings } from '@hono/node-server'
import type { ForcedStatus } from './db/schema'

/** What a handler finds in its context. */
export type SandboxEnv = {
  Bindings: HttpBindings
  Variables: {
    /** Id of the customer whose token came with the call. */
    requesterId: string
    /** Set by the faults door: how the request of this write ends. */
    forcedStatus?: ForcedStatus
  }
}
