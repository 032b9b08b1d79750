'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { guardHistory } from './guard-history'
import { guardLinks } from './guard-links'
import { useUnloadGuard } from './use-unload-guard'

/**
 * Holds back whatever would leave the page while something on it is unsaved: a link, Back and Forward until `leave` is called, a reload and
 * a closed tab until the browser itself has asked.
 * @param room path whose pages below are pages of the same form
 */
export function useLeaveGuard(isUnsaved: () => boolean, room?: string) {
  // How to go on with what was held back.
  const [held, setHeld] = useState<{ goOn: () => void }>()
  const leaving = useRef(false)
  const isGuarded = () => !leaving.current && isUnsaved()
  const isGuardedNow = useEffectEvent(isGuarded)
  useUnloadGuard(isGuarded)

  useEffect(() => {
    const guarded = () => isGuardedNow()
    const ask = (goOn: () => void) => setHeld({ goOn })
    const freeLinks = guardLinks(guarded, ask, { room })
    const freeHistory = guardHistory(guarded, ask, { room })
    return () => {
      freeLinks()
      freeHistory()
    }
  }, [room])

  function stay() {
    setHeld(undefined)
  }

  function leave() {
    leaving.current = true
    setHeld(undefined)
    held?.goOn()
  }

  return { asking: held !== undefined, stay, leave }
}
