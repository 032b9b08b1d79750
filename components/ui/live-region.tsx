'use client'

import { createContext, type ReactNode, useCallback, useContext, useRef } from 'react'

type Announce = (message: string, politeness?: 'polite' | 'assertive') => void

const delayMs = 50

const AnnounceContext = createContext<Announce>(() => {})

/** Says a message to assistive technology: `announce('Saved')`, or at once with `announce('Failed', 'assertive')`. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext)
}

/** Holds the two live regions of the page; they exist before the first message, or none would be read. */
export function LiveRegionProvider({ children }: { children: ReactNode }) {
  const polite = useRef<HTMLDivElement>(null)
  const assertive = useRef<HTMLDivElement>(null)

  const announce = useCallback<Announce>((message, politeness = 'polite') => {
    // A moment later: what is said outside of a dialog while that is closing would not be read.
    setTimeout(() => {
      // A new node each time: the same words set twice as text would not be read again.
      const line = document.createElement('p')
      line.textContent = message
      const region = politeness === 'assertive' ? assertive.current : polite.current
      region?.replaceChildren(line)
    }, delayMs)
  }, [])

  return (
    <AnnounceContext value={announce}>
      {children}
      <div ref={polite} aria-live="polite" className="sr-only" />
      <div ref={assertive} aria-live="assertive" className="sr-only" />
    </AnnounceContext>
  )
}
