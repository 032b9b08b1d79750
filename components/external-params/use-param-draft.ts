'use client'

import { useEffect, useMemo } from 'react'
import type { OfferedDraft } from '@/components/form/draft-keeper'
import { useDraftOwner } from '@/components/form/draft-owner'
import { useKeptDraft } from '@/components/form/use-kept-draft'
import { draftStore } from '@/lib/client/draft-store'
import type { ExternalParamTarget } from '@/lib/client/external-param-queries'
import { changeOf } from './param-edit'
import type { ParamEdits } from './use-param-edits'

/** Version of the editor: what an earlier one has kept would not fit it. */
const version = 1

/** What was typed, by the id of the definition. */
type Texts = Record<string, string>

/** Keeps the values that are typed and not sent in this browser, and offers them back. */
export function useParamDraft({ entity, entityId }: ExternalParamTarget, { rows, type }: ParamEdits) {
  const userId = useDraftOwner()
  const place = useMemo(
    () => draftStore({ userId, form: 'externalParams', subjectId: `${entity}/${entityId}`, version }),
    [userId, entity, entityId],
  )

  function read(): Texts | undefined {
    const typed = rows.flatMap((row) => changeOf(row) ?? [])
    return typed.length > 0
      ? Object.fromEntries(typed.map(({ definition, after }) => [definition.id, after]))
      : undefined
  }

  function restore({ draft }: OfferedDraft) {
    // Sealed by this editor in this version. A definition that has gone meanwhile takes its text along.
    for (const [id, text] of Object.entries(draft as Texts)) type(id, text)
  }

  const kept = useKeptDraft({ place, read, restore })
  const { change } = kept

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the rows is one of what may be kept.
  useEffect(() => change(), [rows, change])

  return kept
}
