import * as z from 'zod/mini'
import {
  emptiableOnModify,
  filledText,
  flag,
  keptOnModify,
  mandatoryOnCreate,
  mandatoryOnModify,
  optionalOnCreate,
  text,
} from './element'
import { elementOf, type Parsed, parse, type Rule } from './parse'
import type { PatchedElement } from './patched-elements'
import { type Problem, problem } from './problem'

/** Definitions of external parameters: what a customer keeps on its sub-customers, subscribers and plans. */

/** Most definitions of one customer for one entity. */
export const maxDefinitions = 5

/** One item of `GET /api/v2/customer/{id}/external-params-config`. The capital D is the platform's. */
export const externalParamDefinition = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.nullish(z.string()),
  Description: z.nullish(z.string()),
  isSearchable: z.nullish(z.boolean()),
  entityType: z.string(),
  /** How many entities have a value of it: as many go with the definition. Our extension. */
  valueCount: z.nullish(z.number()),
  /** How many of these are active: as many become inactive when it is renamed. Our extension. */
  activeValueCount: z.nullish(z.number()),
})
export type ExternalParamDefinition = z.output<typeof externalParamDefinition>

/** `POST /api/v2/customer/{id}/external-params-config/{entity}`: defines one or more, all or none. `isSearchable` defaults to true. */
export const createExternalParamDefinitions = z.strictObject({
  externalParamsConfig: z
    .array(
      z.strictObject({
        name: mandatoryOnCreate(filledText),
        displayName: optionalOnCreate(text),
        Description: optionalOnCreate(text),
        isSearchable: optionalOnCreate(flag),
      }),
    )
    .check(z.refine((entries) => entries.length > 0, problem('required'))),
})
export type CreateExternalParamDefinitions = z.output<typeof createExternalParamDefinitions>

/**
 * Reads the body of a definition of one or more.
 * @param present names of the definitions that the entity has, where they are known
 */
export function parseCreateExternalParamDefinitions(
  body: unknown,
  present: readonly string[] = [],
): Parsed<CreateExternalParamDefinitions> {
  return parse(createExternalParamDefinitions, body, eachNameOnce(present), atMost(maxDefinitions - present.length))
}

/**
 * `POST /api/v2/customer/{id}/external-params-config/{configId}`: changes a definition. An absent element is untouched, "" empties it, and
 * `isSearchable` is mandatory. Another name makes every value inactive until it is set again.
 */
export const modifyExternalParamDefinition = z.strictObject({
  name: keptOnModify(filledText),
  displayName: emptiableOnModify(text),
  Description: emptiableOnModify(text),
  isSearchable: mandatoryOnModify(flag),
})
export type ModifyExternalParamDefinition = z.output<typeof modifyExternalParamDefinition>

/**
 * Reads the body of a change of a definition.
 * @param others names of the entity's other definitions, where they are known
 */
export function parseModifyExternalParamDefinition(
  body: unknown,
  others: readonly string[] = [],
): Parsed<ModifyExternalParamDefinition> {
  const taken = new Set(others.map(comparedName))
  const nameIsFree: Rule = (sent) =>
    taken.has(comparedName(elementOf(sent, 'name'))) ? [{ path: ['name'], code: 'nameTaken' }] : []
  return parse(modifyExternalParamDefinition, body, nameIsFree)
}

/** The elements of a definition that a write can set. */
export const definitionElements = ['name', 'displayName', 'Description', 'isSearchable'] as const
export type DefinitionElement = (typeof definitionElements)[number]

/** The elements that a change of a definition writes, beside what stands there, in one order for whoever tells what was seen of them. */
export function patchedDefinition(
  standing: ExternalParamDefinition,
  sent: ModifyExternalParamDefinition,
): PatchedElement[] {
  return definitionElements.flatMap((element) => {
    const value = sent[element]
    return value === undefined ? [] : [{ path: [element], value, present: standing[element] ?? '' }]
  })
}

/** What a user is told before a definition ends: what it is called, and how many values go with it. */
export function endedDefinition({ name, valueCount }: ExternalParamDefinition): PatchedElement[] {
  return [
    { path: ['name'], value: '', present: name },
    { path: ['valueCount'], value: '', present: valueCount ?? '' },
  ]
}

/** Of two entries with one name the later is to blame. */
function eachNameOnce(present: readonly string[]): Rule {
  return (body) => {
    const taken = new Set(present.map(comparedName))
    const seen = new Set<string>()
    return entriesOf(body).flatMap((entry, index): Problem[] => {
      const name = comparedName(elementOf(entry, 'name'))
      const path = ['externalParamsConfig', index, 'name']
      if (name === '') return []
      if (taken.has(name)) return [{ path, code: 'nameTaken' }]
      if (seen.has(name)) return [{ path, code: 'duplicate' }]
      seen.add(name)
      return []
    })
  }
}

/** Entries beyond the room that is left are to blame, each. */
function atMost(room: number): Rule {
  return (body) =>
    entriesOf(body).flatMap((_, index): Problem[] =>
      index < room
        ? []
        : [{ path: ['externalParamsConfig', index], code: 'tooManyDefinitions', params: { max: maxDefinitions } }],
    )
}

function entriesOf(body: unknown): unknown[] {
  const entries = elementOf(body, 'externalParamsConfig')
  return Array.isArray(entries) ? entries : []
}

/** The form in which names are compared: white space around one, and the way in which accents are composed, do not count; case does. */
function comparedName(name: unknown): string {
  return typeof name === 'string' ? name.trim().normalize('NFC') : ''
}
