'use client'

import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { readSessionEnd, tellActivity } from '@/lib/client/session'
import type { SessionEnd } from '@/lib/contract/security'
import { onTabNews, type SessionLife, tellTabs } from './session-channel'
import { activityEveryMs, lifeOf, phaseAt, type SessionPhase } from './session-phase'
import { useActivity } from './use-activity'

const tickMs = 1000
const askAgainMs = 5000

/**
 * How long the session still lives: read at the start, moved by what the user does in any tab, and asked for again when it seems over, which
 * finds out on the server whether it is.
 * @param watched whether there is a session to be watched
 */
export function useSessionLife(watched: boolean) {
  const [life, setLife] = useState<SessionLife>()
  const [phase, setPhase] = useState<SessionPhase>('calm')
  const toldAtMs = useRef(Number.NEGATIVE_INFINITY)

  const take = useCallback((end: SessionEnd, active: boolean) => {
    const taken = lifeOf(end, Date.now())
    setLife(taken)
    setPhase(phaseAt(taken, Date.now()))
    tellTabs({ kind: 'life', life: taken, active })
  }, [])

  // An answer of 401 is told to whoever watches for it; any other failure is mended by the next look.
  const read = useCallback(
    () =>
      readSessionEnd().then(
        (end) => take(end, false),
        () => {},
      ),
    [take],
  )

  const stay = useCallback(async () => {
    toldAtMs.current = Date.now()
    take(await tellActivity(), true)
  }, [take])

  useEffect(() => {
    if (watched) {
      read()
      return
    }
    setLife(undefined)
    setPhase('calm')
  }, [watched, read])

  useEffect(() => {
    if (!watched) return
    const timer = setInterval(() => setPhase(phaseAt(life, Date.now())), tickMs)
    return () => clearInterval(timer)
  }, [watched, life])

  useEffect(() => {
    if (!watched || phase !== 'over') return
    read()
    const timer = setInterval(read, askAgainMs)
    return () => clearInterval(timer)
  }, [watched, phase, read])

  const hear = useEffectEvent((news: { life: SessionLife; active: boolean }) => {
    if (news.active) toldAtMs.current = Date.now()
    setLife(news.life)
    setPhase(phaseAt(news.life, Date.now()))
  })
  useEffect(() => onTabNews((news) => news.kind === 'life' && hear(news)), [])

  // Once the user has been warned, only his answer counts: the pointer may have been pushed by a passer-by.
  useActivity(() => {
    if (!watched || phase !== 'calm' || Date.now() - toldAtMs.current < activityEveryMs) return
    stay().catch(() => {})
  })

  return { life, phase, stay }
}
