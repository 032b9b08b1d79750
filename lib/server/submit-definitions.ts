import 'server-only'
import { definitionElements, type ExternalParamDefinition } from '@/lib/contract/external-param-definition'
import type { Platform } from '@/lib/platform/platform'
import type { DefinitionChange } from '@/lib/server/recorded-changes'
import type { Actor } from '@/lib/server/session'

/** What reading has to find of a write of definitions whose answer was lost. */
export type WantedDefinition = {
  /** Of one that stood before. */
  id?: string
  entity: string
  /** The elements that it is to have, "" for none; undefined for a definition that is to be gone. */
  elements?: DefinitionChange['after']
}

/** The elements of a definition as it stands; empty ones are "". */
export function elementsOfDefinition(definition: ExternalParamDefinition): DefinitionChange['before'] {
  return Object.fromEntries(definitionElements.map((element) => [element, definition[element] ?? '']))
}

/** Whether every definition stands as a write whose answer was lost wanted it. */
export async function definitionsStand({ customer }: Actor, platform: Platform, sent: unknown): Promise<boolean> {
  const standing = (await platform.externalParamDefinitions(customer.customerId)).content
  return (sent as WantedDefinition[]).every(({ id, entity, elements }) => {
    const found = standing.find((definition) =>
      id ? definition.id.toLowerCase() === id : definition.entityType === entity && definition.name === elements?.name,
    )
    if (!elements) return !found
    const now = found && elementsOfDefinition(found)
    return now !== undefined && Object.entries(elements).every(([name, value]) => now[name] === (value ?? ''))
  })
}
