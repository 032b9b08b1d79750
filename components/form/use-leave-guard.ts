'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { guardPage, type Kept, type Question } from './page-guard'
import { useUnloadGuard } from './use-unload-guard'

/** Where a form lies, and whether its draft outlives it. */
type Edited = { room: string | undefined; kept: Kept }

/**
 * Holds back whatever would leave the page while something on it is unsaved: a link, Back and Forward until the user has said that he leaves, a
 * reload and a closed tab until the browser itself has asked.
 * @returns the question, where it is this guard's turn to show it
 */
export function useLeaveGuard(isUnsaved: () => boolean, { room, kept }: Edited): Question | undefined {
  const [question, setQuestion] = useState<Question>()
  const leaving = useRef(false)
  const isGuarded = () => !leaving.current && isUnsaved()
  const isGuardedNow = useEffectEvent(isGuarded)
  useUnloadGuard(isGuarded)

  useEffect(() => {
    const letGo = () => {
      leaving.current = true
    }
    return guardPage({
      ...(room !== undefined && { room }),
      kept,
      isUnsaved: () => isGuardedNow(),
      show: setQuestion,
      letGo,
    })
  }, [room, kept])

  return question
}
