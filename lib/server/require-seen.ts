import 'server-only'
import type { Code } from '@/lib/contract/code'
import { changedSince, type PatchedElement, seenHeader } from '@/lib/contract/patched-elements'
import type { ProblemPath } from '@/lib/contract/problem'
import { Refusal } from '@/lib/platform/refusal'

/**
 * Refuses a write over what its user has not seen. A caller that does not say what it saw is not held to it.
 * @param seen value of the header `selfcare-seen`
 * @param code how the call names bad input
 * @throws Refusal 409 with every element that stands otherwise now and its present value; 422 where `seen` cannot be of these elements
 */
export function requireSeen(elements: readonly PatchedElement[], seen: string | null, code: Code): void {
  if (seen === null) return
  const changed = changedSince(elements, seen)
  if (!changed) throw new Refusal(code, { problems: [{ path: [seenHeader], code: 'invalid' }] })
  if (changed.length > 0) throw conflict(changed, 'changedMeanwhile', code)
}

/** The refusal of a write whose elements somebody else has changed, or is changing. */
export function conflict(
  elements: readonly { path: ProblemPath; present: unknown }[],
  why: 'changedMeanwhile' | 'changeUnderWay',
  code: Code,
): Refusal {
  const problems = elements.map(({ path, present }) => ({ path, code: why, present }))
  return new Refusal(code, { status: 409, problems })
}
