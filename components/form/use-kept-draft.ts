'use client'

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { type DraftKeeper, type DraftPlace, draftKeeper, type OfferedDraft } from './draft-keeper'

type KeptDraftOptions<Draft> = {
  /** Has a function called after each change; must keep its identity. Gives it up again. Without it `change` is to be called. */
  subscribe?: (changed: () => void) => () => void
  /** Must keep its identity: another one is another draft. */
  place: DraftPlace
  /** What is unsaved; undefined when nothing is. Identity documents are left out of it here, so a change of them alone is nothing. */
  read: () => Draft | undefined
  /** What belongs to the draft besides, such as what stood when it was begun. */
  note?: () => unknown
  /** Puts a draft from before on the form, see `draftFromKept`. */
  restore: (offered: OfferedDraft) => void
}

/**
 * Keeps the unsaved draft of a form in this browser: a moment after each change, and when the page is hidden or left. What is typed while a
 * draft from before is offered is kept once that has been decided about.
 * @returns the draft from before as long as it is to be decided about, how to decide, `drop` for when the form has been sent, and `change` for
 * when what is unsaved is another without anything having been typed
 */
export function useKeptDraft<Draft>({ subscribe, place, read, note, restore }: KeptDraftOptions<Draft>) {
  const [offered, setOffered] = useState<OfferedDraft>()
  const keeper = useRef<DraftKeeper>(undefined)
  const readNow = useEffectEvent(read)
  const noteNow = useEffectEvent(() => note?.())

  useEffect(() => {
    const held = draftKeeper({ place, read: () => readNow(), note: () => noteNow(), onOffer: setOffered })
    keeper.current = held
    held.look()
    const unsubscribe = subscribe?.(held.change)
    const saveHidden = () => {
      if (document.visibilityState === 'hidden') held.save()
    }
    document.addEventListener('visibilitychange', saveHidden)
    window.addEventListener('pagehide', held.save)
    return () => {
      document.removeEventListener('visibilitychange', saveHidden)
      window.removeEventListener('pagehide', held.save)
      unsubscribe?.()
      held.stop()
      setOffered(undefined)
    }
  }, [place, subscribe])

  function accept() {
    if (!offered) return
    // First, so that the draft from before still stands in its place should this fail.
    restore(offered)
    keeper.current?.accept()
  }

  const discard = useCallback(() => keeper.current?.discard(), [])
  const drop = useCallback(() => keeper.current?.drop(), [])
  const change = useCallback(() => keeper.current?.change(), [])
  return { offered, accept, discard, drop, change }
}
