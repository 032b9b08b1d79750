'use client'

import { useEffect, useEffectEvent } from 'react'

const signs = ['pointerdown', 'pointermove', 'keydown', 'input', 'wheel', 'touchmove', 'scroll'] as const

/** Calls back at every sign of somebody at work on the page: pointer, keys, input, scrolling. Traffic of the page's own is none. */
export function useActivity(onActivity: () => void): void {
  const act = useEffectEvent(onActivity)

  useEffect(() => {
    const hear = () => document.visibilityState === 'visible' && act()
    const options = { capture: true, passive: true }
    for (const sign of signs) window.addEventListener(sign, hear, options)
    return () => {
      for (const sign of signs) window.removeEventListener(sign, hear, options)
    }
  }, [])
}
