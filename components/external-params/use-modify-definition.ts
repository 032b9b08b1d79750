'use client'

import { useCallback, useMemo, useState } from 'react'
import { focusField } from '@/components/form/field-id'
import type { ExternalParamDefinition } from '@/lib/client/external-param-queries'
import { sendModifyDefinition } from '@/lib/client/external-param-writes'
import {
  type DefinitionElement,
  type ModifyExternalParamDefinition,
  parseModifyExternalParamDefinition,
} from '@/lib/contract/external-param-definition'
import {
  conflictsOf,
  type DefinitionConflict,
  type DefinitionDraft,
  draftOfDefinition,
  toModifyDefinition,
  withPresent,
} from '@/lib/forms/definition-draft'
import type { TypedDefinitions } from './use-definition-draft'
import { type Send, useDefinitionForm } from './use-definition-form'

type ModifyDefinitionOptions = {
  ownerId: string
  definition: ExternalParamDefinition
  /** Names of the entity's other definitions. */
  others: readonly string[]
  onAccepted: (requestId: string | undefined, typed: TypedDefinitions) => void
  onClose: () => void
}

/**
 * A definition on a form, from what the user sees to what is sent. What somebody else has set meanwhile is told element by element and counts
 * as seen from then on: what is sent next may overwrite it.
 */
export function useModifyDefinition({ ownerId, definition, others, onAccepted, onClose }: ModifyDefinitionOptions) {
  const [seen, setSeen] = useState(definition)
  const [conflicts, setConflicts] = useState<readonly DefinitionConflict[]>([])
  const [taken] = useState(others)
  const before = useMemo(() => draftOfDefinition(seen), [seen])
  const parse = useCallback((body: unknown) => parseModifyExternalParamDefinition(body, taken), [taken])
  const toWire = useCallback((draft: DefinitionDraft) => toModifyDefinition(before, draft), [before])
  const definitionForm = useDefinitionForm({
    initial: before,
    toWire,
    parse,
    of: 'definition',
    subjectId: definition.id,
    call: (body: ModifyExternalParamDefinition, idempotencyKey) =>
      sendModifyDefinition(ownerId, { seen, body, idempotencyKey }),
    onAccepted,
    onClose,
    deliver,
  })
  const { getValues, setValue } = definitionForm.form

  async function deliver(body: ModifyExternalParamDefinition, send: Send<ModifyExternalParamDefinition>) {
    setConflicts([])
    const { locked, problems = [] } = await send(body)
    const found = conflictsOf(problems, before, getValues())
    if (found.length > 0) {
      const now = withPresent(seen, found)
      // What the user has not touched was only sent along because the call demands it: what stands now is to stay.
      for (const { element, isMine } of found) if (!isMine) setValue(element, draftOfDefinition(now)[element])
      setSeen(now)
      setConflicts(found)
    }
    return { locked, problems: problems.filter(({ path }) => !found.some(({ element }) => element === path[0])) }
  }

  /** Takes the user's choice about an element that somebody else has set meanwhile, and goes to its field. */
  function resolve(chosen: DefinitionElement, choice: 'theirs' | 'mine') {
    if (choice === 'theirs') setValue(chosen, before[chosen])
    setConflicts((held) => held.filter(({ element }) => element !== chosen))
    focusField(chosen)
  }

  return { ...definitionForm, before, conflicts, resolve }
}
