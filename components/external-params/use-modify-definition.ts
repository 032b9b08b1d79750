'use client'

import { useCallback, useMemo, useState } from 'react'
import { focusField } from '@/components/form/field-id'
import { useWireForm } from '@/components/form/use-wire-form'
import type { ExternalParamDefinition } from '@/lib/client/external-param-queries'
import { sendModifyDefinition } from '@/lib/client/external-param-writes'
import {
  type DefinitionElement,
  type ModifyExternalParamDefinition,
  parseModifyExternalParamDefinition,
} from '@/lib/contract/external-param-definition'
import type { Submission } from '@/lib/contract/submission'
import {
  conflictsOf,
  type DefinitionConflict,
  type DefinitionDraft,
  draftOfDefinition,
  toModifyDefinition,
  withPresent,
} from '@/lib/forms/definition-draft'
import { type TypedDefinitions, useDefinitionDraft } from './use-definition-draft'
import { useDefinitionSubmission } from './use-definition-submission'

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
  const { state, send, handleSettled } = useDefinitionSubmission({
    call: (body: ModifyExternalParamDefinition, idempotencyKey) =>
      sendModifyDefinition(ownerId, { seen, body, idempotencyKey }),
    onAccepted: (requestId) => onAccepted(requestId, draft.typed()),
    onClose: () => close(),
  })
  const wireForm = useWireForm({ initial: before, toWire, parse, send: deliver })
  const { form, unlock, isDirty } = wireForm
  const { getValues, setValue } = form
  const draft = useDefinitionDraft({
    form,
    initial: before,
    isUnsaved: isDirty,
    of: 'definition',
    subjectId: definition.id,
  })

  async function deliver(body: ModifyExternalParamDefinition) {
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

  const settle = useCallback(
    (submission: Submission) => {
      if (submission.state === 'none') unlock()
      handleSettled(submission)
    },
    [unlock, handleSettled],
  )

  /** What was sent, or given up, is no draft any more. */
  function close() {
    draft.drop()
    onClose()
  }

  return { ...wireForm, state, before, conflicts, draft, resolve, settle, close }
}
