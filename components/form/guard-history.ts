import { watchHistory } from './history-gate'
import type { Guard } from './page-guard'

type HistoryGuard = {
  /** Whether two addresses are the same to whoever guards the page. */
  isSamePage: (from: string, to: string) => boolean
  /** Who guards what a step from one address to another would lose. */
  unsavedBefore: (from: string, to: string) => Guard[]
  /** Asks the user for them; it is given how to go on. */
  ask: (concerned: Guard[], goOn: () => void) => void
}

/** A place in the browser's history; without a key where the browser tells none. */
type Place = { href: string; key: string | undefined }

/**
 * Holds back the steps of the browser's history that lead to another page of the console. They cannot be prevented, only taken back: the
 * router is not told of the step, so that the page stays as it is, and the address returns to it.
 * @returns `settle` notes that the page shows what its address names, `free` gives the guard up again
 */
export function guardHistory({ isSamePage, unsavedBefore, ask }: HistoryGuard) {
  let home = presentPlace()
  let returning = false

  // Links to places on the page make entries of their own: the one to return to is the latest. A step is looked at before it is one.
  function handleEntry({ navigationType }: NavigationCurrentEntryChangeEvent) {
    if (navigationType !== 'traverse') home = presentPlace()
  }

  function handleStep(event: PopStateEvent) {
    const to = presentPlace()
    if (returning && isSamePage(home.href, to.href)) {
      // The router has not heard that the address was another one.
      event.stopImmediatePropagation()
      returning = false
      return
    }
    const concerned = unsavedBefore(home.href, to.href)
    if (concerned.length === 0) {
      returning = false
      home = to
      return
    }
    event.stopImmediatePropagation()
    returning = true
    // Without keys there is no telling Back from Forward; a draft is lost by Back.
    goTo(home.key, 1)
    ask(concerned, () => goTo(to.key, -1))
  }

  // Not in every browser yet.
  const navigation: Navigation | undefined = window.navigation
  navigation?.addEventListener('currententrychange', handleEntry)
  const unwatch = watchHistory(handleStep)
  return {
    settle: () => {
      if (!returning) home = presentPlace()
    },
    free: () => {
      navigation?.removeEventListener('currententrychange', handleEntry)
      unwatch()
    },
  }
}

function presentPlace(): Place {
  const navigation: Navigation | undefined = window.navigation
  return { href: window.location.href, key: navigation?.currentEntry?.key }
}

function goTo(key: string | undefined, stepsWithoutKey: number): void {
  if (key === undefined) {
    window.history.go(stepsWithoutKey)
    return
  }
  const { committed, finished } = window.navigation.traverseTo(key)
  // Another step meanwhile ends this one: that is no fault.
  Promise.allSettled([committed, finished])
}
