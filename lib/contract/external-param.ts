import * as z from 'zod/mini'
import { filledText, isUuid, mandatoryOnCreate, mandatoryOnModify, uuid } from './element'
import { elementOf, type Parsed, parse, type Rule } from './parse'
import { type Problem, problem } from './problem'

/** Values of external parameters. */

/** What an external parameter can be kept on. */
export const externalParamEntities = ['customer', 'subscriber', 'plan'] as const
export type ExternalParamEntity = (typeof externalParamEntities)[number]

/** Reads the segment of a path that names an entity. */
export function parseExternalParamEntity(entity: string): Parsed<{ entity: ExternalParamEntity }> {
  return parse(z.strictObject({ entity: z.enum(externalParamEntities) }), { entity })
}

/** One item of `GET /api/v2/customer/{id}/external-params/{entity}/{entityId}`. */
export const externalParam = z.object({
  id: z.string(),
  extParamConfigId: z.string(),
  name: z.string(),
  displayName: z.nullish(z.string()),
  value: z.nullish(z.string()),
  /** False from a rename of the definition until the value is set again; the value keeps its text. Our extension: absent is active. */
  isActive: z.nullish(z.boolean()),
})
export type ExternalParam = z.output<typeof externalParam>

/** `PUT /api/v2/customer/{id}/external-params/{id}`: page "Modify Customer External Params". */
export const modifyExternalParam = z.strictObject({ value: mandatoryOnModify(filledText) })
export type ModifyExternalParam = z.output<typeof modifyExternalParam>

/** Reads the body of the PUT. */
export function parseModifyExternalParam(body: unknown): Parsed<ModifyExternalParam> {
  return parse(modifyExternalParam, body)
}

/** `POST /api/v2/customer/{id}/external-params/{entity}/{entityId}`: sets values that the entity does not have yet, all or none. */
export const createExternalParams = z.strictObject({
  externalParams: z
    .array(
      z.strictObject({
        // Read in any case (RFC 9562, 4), lower ever after, so that two of them can be compared.
        extParamConfigId: z.pipe(
          mandatoryOnCreate(uuid),
          z.transform((id): string => id.toLowerCase()),
        ),
        value: mandatoryOnCreate(filledText),
      }),
    )
    .check(z.refine((entries) => entries.length > 0, problem('required'))),
})
export type CreateExternalParams = z.output<typeof createExternalParams>

/** What is known of the entity that gets values. Ids in lower case. */
export type ExternalParamsNow = {
  /** The definitions for entities of its kind. */
  definitionIds: ReadonlySet<string>
  /** Those of them that have an active value on it. */
  setDefinitionIds: ReadonlySet<string>
}

/**
 * Reads the body of the POST.
 * @param now where it is known, a definition that is none, and one that has an active value already, are faults of their entries
 */
export function parseCreateExternalParams(body: unknown, now?: ExternalParamsNow): Parsed<CreateExternalParams> {
  return parse(createExternalParams, body, eachDefinitionOnce, ...(now ? [settable(now)] : []))
}

/** Each definition has one value on an entity; the later of two entries is to blame. */
function eachDefinitionOnce(body: unknown): Problem[] {
  const seen = new Set<string>()
  return namedDefinitions(body).flatMap(({ id, path }): Problem[] => {
    if (seen.has(id)) return [{ path, code: 'duplicate' }]
    seen.add(id)
    return []
  })
}

function settable({ definitionIds, setDefinitionIds }: ExternalParamsNow): Rule {
  return (body) =>
    namedDefinitions(body).flatMap(({ id, path }): Problem[] => {
      if (!definitionIds.has(id)) return [{ path, code: 'unknownDefinition' }]
      return setDefinitionIds.has(id) ? [{ path, code: 'alreadySet' }] : []
    })
}

/** The definitions that a body of any shape names, in lower case, each with its path. */
function namedDefinitions(body: unknown) {
  const entries = elementOf(body, 'externalParams')
  return (Array.isArray(entries) ? entries : []).flatMap((entry, index) => {
    const id = elementOf(entry, 'extParamConfigId')
    if (typeof id !== 'string' || id === '') return []
    return [{ id: id.toLowerCase(), path: ['externalParams', index, 'extParamConfigId'] }]
  })
}

/**
 * The ids in the last segment of `DELETE /api/v2/customer/{id}/external-params/{paramId}`, of which there may be many, ours, with commas
 * between them.
 */
export function readExternalParamIds(segment: string): string[] {
  return segment.split(',').map((id) => id.trim().toLowerCase())
}

/** The segment that `readExternalParamIds` reads. */
export function toExternalParamIds(ids: readonly string[]): string {
  return ids.join(',')
}

/**
 * The request header in which the console's pages say what has the values that a PUT or DELETE names, such as `customer/<id>`; several with
 * commas. It only spares a search: the platform tells of no value whose it is.
 */
export const placeHeader = 'selfcare-entity'

/** What the header names; what cannot be read is left out. */
export function readPlaces(header: string): { entity: ExternalParamEntity; entityId: string }[] {
  return header.split(',').flatMap((place) => {
    const [entity = '', entityId = '', ...more] = place.trim().toLowerCase().split('/')
    const parsed = parseExternalParamEntity(entity)
    const isPlace = parsed.ok && more.length === 0 && isUuid(entityId)
    return isPlace ? [{ entity: parsed.value.entity, entityId }] : []
  })
}
