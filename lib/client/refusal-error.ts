import type { WireProblem } from '@/lib/contract/problem'

type Refusal = {
  status: number
  errorCode: string
  errorMessage: string
  errors?: WireProblem[]
  outcome?: 'unknown'
  /** Names the exchange in the console's log, for support. */
  reference?: string
}

/** The console answered, and the answer is no ACK. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError'
  readonly status: number
  readonly errorCode: string
  readonly errorMessage: string
  /** The elements to blame, by their path in the body as sent. */
  readonly errors: WireProblem[]
  /** `unknown`: the platform may have carried out the write although no answer arrived. */
  readonly outcome: 'unknown' | undefined
  readonly reference: string | undefined

  constructor({ status, errorCode, errorMessage, errors = [], outcome, reference }: Refusal) {
    super(`${status} ${errorCode} ${errorMessage}`)
    this.status = status
    this.errorCode = errorCode
    this.errorMessage = errorMessage
    this.errors = errors
    this.outcome = outcome
    this.reference = reference
  }
}
