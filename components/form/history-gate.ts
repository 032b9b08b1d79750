type Gatekeeper = (event: PopStateEvent) => void

const gatekeepers = new Set<Gatekeeper>()

/**
 * Lets every step of the browser's history pass by the gatekeepers. To be called before the router starts: the listeners of a window are
 * called in the order in which they came, so that one that comes later cannot keep a step from the router.
 */
export function openHistoryGate(): void {
  window.addEventListener('popstate', (event) => {
    for (const gatekeeper of gatekeepers) gatekeeper(event)
  })
}

/**
 * Has steps of the browser's history shown before the router hears of them; `stopImmediatePropagation` keeps one from it.
 * @returns gives it up again
 */
export function watchHistory(gatekeeper: Gatekeeper): () => void {
  gatekeepers.add(gatekeeper)
  return () => {
    gatekeepers.delete(gatekeeper)
  }
}
