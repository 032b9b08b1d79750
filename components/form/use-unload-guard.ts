'use client'

import { useEffect } from 'react'

/** Has the browser ask before it leaves the page with something unsaved on it. */
export function useUnloadGuard(isUnsaved: () => boolean): void {
  useEffect(() => {
    function ask(event: BeforeUnloadEvent) {
      if (isUnsaved()) event.preventDefault()
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isUnsaved])
}
