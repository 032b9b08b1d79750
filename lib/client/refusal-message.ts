import { type Code, isCode } from '@/lib/contract/code'
import { LostError } from './lost-error'
import { RefusalError } from './refusal-error'

/** Key in the texts' namespace `refusals` that words why a call failed. */
export function refusalMessageKey(error: unknown): 'lost' | 'unknown' | `codes.${Code}` {
  if (error instanceof LostError) return 'lost'
  return error instanceof RefusalError && isCode(error.errorCode) ? `codes.${error.errorCode}` : 'unknown'
}

/** Whether what was asked for does not exist, or is not ours to see. */
export function isMissing(error: unknown): boolean {
  return error instanceof RefusalError && error.status === 404
}
