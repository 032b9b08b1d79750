import 'server-only'
import type { Code } from '@/lib/contract/code'
import { type ExternalParamEntity, parseExternalParamEntity } from '@/lib/contract/external-param'
import { valueOrRefusal } from '@/lib/server/value-or-refusal'

/**
 * The entity that a segment of a path names.
 * @param invalid the code by which this call names bad input
 * @throws Refusal where it is none
 */
export function readEntity(segment: string, invalid: Code): ExternalParamEntity {
  return valueOrRefusal(parseExternalParamEntity(segment), invalid).entity
}
