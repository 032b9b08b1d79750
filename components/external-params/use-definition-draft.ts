'use client'

import { useCallback, useMemo } from 'react'
import type { FieldValues, UseFormReturn, UseFormSetValue } from 'react-hook-form'
import type { OfferedDraft } from '@/components/form/draft-keeper'
import { useDraftOwner } from '@/components/form/draft-owner'
import { useKeptDraft } from '@/components/form/use-kept-draft'
import { draftStore } from '@/lib/client/draft-store'
import { asJson } from '@/lib/forms/problem-to-fields'

/** Version of the forms: what an earlier one has kept would not fit them. */
const version = 1

/** Which form: one definition, or new ones of an entity. */
type DefinitionForm = 'definition' | 'newDefinitions'

/** What was typed about definitions, and what it belongs to. */
export type TypedDefinitions = {
  of: DefinitionForm
  /** Id of the definition, or the parent's with the entity. */
  subjectId: string
  draft: unknown
  /** What was on the form before anything was typed. */
  begun: unknown
}

/** The place in this browser where a user's draft is kept: of a form, or of a request that was made with one. */
export function definitionDraftStore(userId: string, of: DefinitionForm | 'sentDefinitions', subjectId: string) {
  return draftStore({ userId, form: of, subjectId, version })
}

export type DefinitionDraftOptions<Draft extends FieldValues, Wire extends FieldValues> = {
  form: UseFormReturn<Draft, unknown, Wire>
  /** What was on the form before anything was typed. */
  initial: Draft
  isUnsaved: () => boolean
  of: DefinitionForm
  /** Id of the definition, or the parent's with the entity. */
  subjectId: string
}

/**
 * Keeps what is typed about definitions and not sent in this browser, and offers it back. Only elements that were changed come back; the others
 * stay as they stand now.
 */
export function useDefinitionDraft<Draft extends FieldValues, Wire extends FieldValues>({
  form,
  initial,
  isUnsaved,
  of,
  subjectId,
}: DefinitionDraftOptions<Draft, Wire>) {
  const userId = useDraftOwner()
  const place = useMemo(() => definitionDraftStore(userId, of, subjectId), [userId, of, subjectId])
  const { subscribe, getValues } = form
  // Names come from what was kept, not from the type of the draft.
  const setValue = form.setValue as unknown as UseFormSetValue<FieldValues>

  function restore({ draft, note }: OfferedDraft) {
    const begun = note as Draft
    // Sealed by this form in this version, it has the form's shape.
    for (const [name, value] of Object.entries(draft as Draft)) {
      if (asJson(value) !== asJson(begun[name])) setValue(name, value)
    }
  }

  const kept = useKeptDraft<Draft>({
    subscribe: useCallback(
      (changed: () => void) => subscribe({ formState: { values: true }, callback: changed }),
      [subscribe],
    ),
    place,
    read: () => (isUnsaved() ? getValues() : undefined),
    note: () => initial,
    restore,
  })
  return { ...kept, typed: (): TypedDefinitions => ({ of, subjectId, draft: getValues(), begun: initial }) }
}
