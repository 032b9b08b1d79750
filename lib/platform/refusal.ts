import 'server-only'
import { type Code, codes, isCode } from '@/lib/contract/code'
import type { Problem } from '@/lib/contract/problem'

type Details = {
  problems?: readonly Problem[]
  /** HTTP status of the console's answer where it is not the code's own. */
  status?: number
  /** `unknown`: the platform may have accepted the write although no answer arrived. */
  outcome?: 'unknown' | undefined
  /** Seconds after which a repeat has a chance. */
  retryAfterSeconds?: number
  /** The platform's own words, for a code that is not in the table. */
  message?: string
  cause?: unknown
}

/** Any answer that is not an ACK: ours, the platform's, or none at all. The one error that a handler may throw on purpose. */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly problems: readonly Problem[]
  readonly outcome: 'unknown' | undefined
  readonly retryAfterSeconds: number | undefined

  /** @param code a code of the table; one that only the platform knows is kept as it is */
  constructor(code: Code | (string & {}), details: Details = {}) {
    const known = isCode(code) ? codes[code] : undefined
    super(details.message ?? known?.message ?? '', { cause: details.cause })
    this.name = 'Refusal'
    this.code = code
    this.status = details.status ?? known?.console ?? 422
    this.problems = details.problems ?? []
    this.outcome = details.outcome
    this.retryAfterSeconds = details.retryAfterSeconds
  }
}
