import * as z from 'zod/mini'
import { filledText, mandatoryOnModify } from './element'
import { type Parsed, parse } from './parse'

/** `PUT /api/v2/customer/{id}/external-params/{id}`: page "Modify Customer External Params". */
export const modifyExternalParam = z.strictObject({ value: mandatoryOnModify(filledText) })
export type ModifyExternalParam = z.output<typeof modifyExternalParam>

/** Reads the body of the PUT. */
export function parseModifyExternalParam(body: unknown): Parsed<ModifyExternalParam> {
  return parse(modifyExternalParam, body)
}

/** What an external parameter can be kept on. */
export const externalParamEntities = ['customer', 'subscriber', 'plan'] as const
export type ExternalParamEntity = (typeof externalParamEntities)[number]

/** One item of `GET /api/v2/customer/{id}/external-params/{entity}/{entityId}`. */
export const externalParam = z.object({
  id: z.string(),
  extParamConfigId: z.string(),
  name: z.string(),
  displayName: z.nullish(z.string()),
  value: z.nullish(z.string()),
})
export type ExternalParam = z.output<typeof externalParam>

/** One item of `GET /api/v2/customer/{id}/external-params-config`. The capital D is the platform's. */
export const externalParamDefinition = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.nullish(z.string()),
  Description: z.nullish(z.string()),
  isSearchable: z.nullish(z.boolean()),
  entityType: z.string(),
})
export type ExternalParamDefinition = z.output<typeof externalParamDefinition>
