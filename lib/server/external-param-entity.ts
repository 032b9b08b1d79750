import 'server-only'
import type { Code } from '@/lib/contract/code'
import { type ExternalParamEntity, parseExternalParamEntity } from '@/lib/contract/external-param'
import { Refusal } from '@/lib/platform/refusal'

/**
 * The entity that a segment of a path names.
 * @param invalid the code by which this call names bad input
 * @throws Refusal where it is none
 */
export function readEntity(segment: string, invalid: Code): ExternalParamEntity {
  const parsed = parseExternalParamEntity(segment)
  if (parsed.ok) return parsed.value.entity
  throw new Refusal(invalid, { problems: parsed.problems })
}
