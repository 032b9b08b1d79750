import type { ExternalParamDefinition } from '@/lib/contract/external-param-definition'
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
