'use client'

import { useEffect, useState } from 'react'

const retryMs = 2000

/**
 * Loads a component's code once it is wanted. A lost connection is tried again: React's own `lazy` would throw instead, and take the page
 * and whatever is typed on it away.
 * @param load must keep its identity
 */
export function useDeferred<Component>(load: () => Promise<Component>, wanted: boolean): Component | undefined {
  // Held in an object, because a state that is a function would be called by its setter.
  const [loaded, setLoaded] = useState<{ component: Component }>()

  useEffect(() => {
    if (!wanted || loaded) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let left = false
    const attempt = () =>
      load().then(
        (component) => left || setLoaded({ component }),
        () => {
          if (!left) timer = setTimeout(attempt, retryMs)
        },
      )
    attempt()
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [load, wanted, loaded])

  return loaded?.component
}
