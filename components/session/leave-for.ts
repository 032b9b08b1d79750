/**
 * Loads another page of ours anew, so that nothing which was read stays in memory.
 * @param options `unasked`: without a question about what is not saved, because it is somebody else's page or must not stay on the screen
 * @returns never: nothing is to run after the page has been left
 */
export function leaveFor(path: string, { unasked = false } = {}): Promise<never> {
  // The first listener to hear the event is one of the capture phase; none after it gets to ask.
  if (unasked) {
    window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), { capture: true })
  }
  window.location.assign(path)
  return new Promise(() => {})
}
