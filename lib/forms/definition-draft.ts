import {
  type DefinitionElement,
  definitionElements,
  type ExternalParamDefinition,
} from '@/lib/contract/external-param-definition'
import type { Problem } from '@/lib/contract/problem'
import { toWire } from './to-wire'

/** A definition as a form holds it. */
export type DefinitionDraft = { name: string; displayName: string; Description: string; isSearchable: boolean }

/** One or more definitions as a form holds them. */
export type DefinitionsDraft = { externalParamsConfig: DefinitionDraft[] }

/** What a definition that is added holds: `isSearchable` as the platform would have it. */
export const newDefinition: DefinitionDraft = { name: '', displayName: '', Description: '', isSearchable: true }

/** The body that asks for definitions. */
export function toCreateDefinitions({ externalParamsConfig }: DefinitionsDraft): Record<string, unknown> {
  return { externalParamsConfig: toWire(externalParamsConfig, 'dropped') }
}

/** A definition that stands, as a form holds it. */
export function draftOfDefinition(definition: ExternalParamDefinition): DefinitionDraft {
  const { name, displayName, Description, isSearchable } = definition
  return { name, displayName: displayName ?? '', Description: Description ?? '', isSearchable: isSearchable ?? true }
}

/** The body that asks for a change: what is not changed is not sent, save `isSearchable`, which the call demands. */
export function toModifyDefinition(before: DefinitionDraft, draft: DefinitionDraft): Record<string, unknown> {
  const texts = (['name', 'displayName', 'Description'] as const).filter(
    (element) => draft[element] !== before[element],
  )
  return {
    ...Object.fromEntries(texts.map((element) => [element, draft[element]])),
    isSearchable: draft.isSearchable,
  }
}

/** Whether a change of a definition would change nothing. */
export function isSameDefinition(before: DefinitionDraft, draft: DefinitionDraft): boolean {
  return (Object.keys(before) as (keyof DefinitionDraft)[]).every((element) => before[element] === draft[element])
}

/** An element that somebody else has set while the user was about to. */
export type DefinitionConflict = {
  element: DefinitionElement
  /** What stands there now; "" is nothing. */
  present: string | boolean
  /** Whether the user has changed it as well, so that he has to choose. */
  isMine: boolean
}

/**
 * The elements that a refusal tells to have been changed meanwhile.
 * @param before what the user saw
 * @param draft what he wants
 */
export function conflictsOf(
  problems: readonly Problem[],
  before: DefinitionDraft,
  draft: DefinitionDraft,
): DefinitionConflict[] {
  return definitionElements.flatMap((element) => {
    const told = problems.find(({ path, code }) => code === 'changedMeanwhile' && path[0] === element)
    if (typeof told?.present !== 'string' && typeof told?.present !== 'boolean') return []
    return [{ element, present: told.present, isMine: draft[element] !== before[element] }]
  })
}

/** A definition as the user sees it once he has been told what stands now. */
export function withPresent(
  seen: ExternalParamDefinition,
  conflicts: readonly DefinitionConflict[],
): ExternalParamDefinition {
  const present = conflicts.map(({ element, present }) => [element, present === '' ? null : present])
  return { ...seen, ...Object.fromEntries(present) }
}
