'use client'

import { useEffect, useMemo } from 'react'
import type { OfferedDraft } from '@/components/form/draft-keeper'
import { useDraftOwner } from '@/components/form/draft-owner'
import { useKeptDraft } from '@/components/form/use-kept-draft'
import { draftStore } from '@/lib/client/draft-store'
import type { PastedLine } from '@/lib/forms/pasted-values'
import type { ImportLines } from './use-import-lines'

/** Version of the editor: what an earlier one has kept would not fit it. */
const version = 1

/** The lines as they stand, with their faults: what had three columns must not become a line of two. */
type Kept = { definitionId: string; lines: readonly PastedLine[] }

type ImportDraftOptions = {
  ownerId: string
  definitionId: string
  lines: ImportLines
  /** Puts a draft from before on the page. */
  onRestore: (kept: Kept) => void
}

/** Keeps pasted lines with their repairs in this browser until they have been handed over, and offers them back. */
export function useImportDraft({ ownerId, definitionId, lines: { pasted }, onRestore }: ImportDraftOptions) {
  const userId = useDraftOwner()
  const place = useMemo(
    () => draftStore({ userId, form: 'valueImport', subjectId: ownerId, version }),
    [userId, ownerId],
  )
  const kept = useKeptDraft<Kept>({
    place,
    read: () => (pasted.length > 0 ? { definitionId, lines: pasted } : undefined),
    // Sealed by this editor in this version, it has its shape.
    restore: ({ draft }: OfferedDraft) => onRestore(draft as Kept),
  })
  const { change } = kept

  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the lines is one of what may be kept.
  useEffect(() => change(), [pasted, definitionId, change])

  return kept
}
