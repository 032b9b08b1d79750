'use client'

import { useEffect, useEffectEvent } from 'react'

/** Has the browser ask before it leaves the page with something unsaved on it. */
export function useUnloadGuard(isUnsaved: () => boolean): void {
  const ask = useEffectEvent((event: BeforeUnloadEvent) => {
    if (isUnsaved()) event.preventDefault()
  })

  useEffect(() => {
    const handleUnload = (event: BeforeUnloadEvent) => ask(event)
    window.addEventListener('beforeunload', handleUnload)
    return () => window.removeEventListener('beforeunload', handleUnload)
  }, [])
}
