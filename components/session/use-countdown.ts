'use client'

import { useEffect, useState } from 'react'

function secondsUntil(endsAtMs: number): number {
  return Math.max(0, Math.ceil((endsAtMs - Date.now()) / 1000))
}

/** Seconds that are left until a moment (in milliseconds since the epoch), counting down to 0. */
export function useCountdown(endsAtMs: number): number {
  const [left, setLeft] = useState(() => secondsUntil(endsAtMs))

  useEffect(() => {
    // By the clock and not by counting: a tab in the background is woken less often.
    const tick = () => setLeft(secondsUntil(endsAtMs))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [endsAtMs])

  return left
}
