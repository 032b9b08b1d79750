import 'server-only'
import type { Code } from '@/lib/contract/code'
import type { Parsed } from '@/lib/contract/parse'
import { Refusal } from '@/lib/platform/refusal'

/**
 * What was read.
 * @param invalid the code by which this call names bad input
 * @throws Refusal with every fault
 */
export function valueOrRefusal<T>(parsed: Parsed<T>, invalid: Code): T {
  if (parsed.ok) return parsed.value
  throw new Refusal(invalid, { problems: parsed.problems })
}
