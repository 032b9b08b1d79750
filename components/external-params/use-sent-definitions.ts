'use client'

import { useMemo, useRef } from 'react'
import { useDraftOwner } from '@/components/form/draft-owner'
import type { DraftStore } from '@/lib/client/draft-store'
import { definitionDraftStore, type TypedDefinitions } from './use-definition-draft'

/**
 * Keeps in this browser what was typed for requests about definitions until each has ended, also over a reload: after a failure it is the draft
 * of its form again.
 */
export function useSentDefinitions() {
  const userId = useDraftOwner()
  /** What is being kept: a request may end before that is done. */
  const keeping = useRef(new Map<string, Promise<unknown>>())

  return useMemo(() => {
    async function take(requestId: string): Promise<{ typed: TypedDefinitions; keptAt: Date } | undefined> {
      await keeping.current.get(requestId)
      const place = definitionDraftStore(userId, 'sentDefinitions', requestId)
      const found = await find(place)
      place.drop()
      // Sealed by `keep` in this version, it has this shape.
      return found && { typed: found.draft as TypedDefinitions, keptAt: found.keptAt }
    }

    return {
      /** The platform has accepted it. */
      keep(requestId: string, typed: TypedDefinitions): void {
        const place = definitionDraftStore(userId, 'sentDefinitions', requestId)
        keeping.current.set(requestId, place.keep(typed))
      },
      /** It has been carried out. */
      async forget(requestId: string): Promise<void> {
        await take(requestId)
      },
      /**
       * It could not be carried out.
       * @returns whether the form offers it as a draft the next time; a draft that was typed later stays in its place
       */
      async giveBack(requestId: string): Promise<boolean> {
        const sent = await take(requestId)
        if (!sent) return false
        const { of, subjectId, draft, begun } = sent.typed
        const place = definitionDraftStore(userId, of, subjectId)
        const other = await find(place)
        if (other && other.keptAt > sent.keptAt) return false
        return place.keep(draft, begun)
      },
    }
  }, [userId])
}

/** What is kept at a place; nothing where nobody can say. */
function find(place: DraftStore) {
  return place.find().catch(() => undefined)
}
