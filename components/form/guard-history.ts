import { watchHistory } from './history-gate'
import { type EditedPage, pageOf } from './leads-away'

/**
 * Holds back the steps of the browser's history that lead to another page of the console. They cannot be prevented, only taken back: the
 * router is not told of the step, so that the page stays as it is, and the address returns to it.
 * @param ask asks the user; it is given how to go on
 * @returns gives it up again
 */
export function guardHistory(
  isGuarded: () => boolean,
  ask: (goOn: () => void) => void,
  edited?: EditedPage,
): () => void {
  const page = pageOf(window.location, edited)
  // Not in every browser yet.
  const navigation: Navigation | undefined = window.navigation
  let home = navigation?.currentEntry?.key
  let returning = false

  // Links to places on the page make entries of their own: the one to return to is the latest.
  function rememberHome() {
    if (pageOf(window.location, edited) === page) home = navigation?.currentEntry?.key
  }

  function handleStep(event: PopStateEvent) {
    if (pageOf(window.location, edited) === page) {
      // The router has not heard that the address was another one.
      if (returning) event.stopImmediatePropagation()
      returning = false
      return
    }
    if (!returning && !isGuarded()) return
    event.stopImmediatePropagation()
    returning = true
    const wanted = navigation?.currentEntry?.key
    // Without keys there is no telling Back from Forward; a draft is lost by Back.
    goTo(home, 1)
    ask(() => goTo(wanted, -1))
  }

  navigation?.addEventListener('currententrychange', rememberHome)
  const unwatch = watchHistory(handleStep)
  return () => {
    navigation?.removeEventListener('currententrychange', rememberHome)
    unwatch()
  }
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
