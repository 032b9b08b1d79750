import type { ExternalParamEntity } from '@/lib/client/external-param-queries'

/** Id of the section of an entity's definitions. */
export function definitionSectionId(entity: ExternalParamEntity | string): string {
  return `definitions-${entity}`
}

/** Id of the item of a definition. */
export function definitionItemId(definitionId: string): string {
  return `definition-${definitionId.toLowerCase()}`
}

/**
 * Puts the focus on what a request was about, where what had it is gone.
 * @param about id of the definition, or the entity
 */
export function focusDefinition(about: string): void {
  const place = document.getElementById(definitionItemId(about)) ?? document.getElementById(definitionSectionId(about))
  place?.focus()
}
