type Listener = () => void

const listeners = new Set<Listener>()
let resumptions = 0

/** Which stretch of being signed in a call belongs to; taken before the call. */
export function signedInStretch(): number {
  return resumptions
}

/**
 * Says that the console has answered 401. A call that was on its way while the user signed in again learns of the session before: its answer
 * must not ask a second time.
 */
export function tellSessionEnded(stretch = resumptions): void {
  if (stretch !== resumptions) return
  for (const listener of listeners) listener()
}

/** Says that the user has signed in again: what is answered from now on is about the new session. */
export function tellSessionResumed(): void {
  resumptions += 1
}

/**
 * Has a listener told whenever the session turns out to have ended.
 * @returns gives it up again
 */
export function onSessionEnded(listener: Listener): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}
