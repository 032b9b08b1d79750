const holders = new Set<symbol>()

/**
 * Says that a form holds what is not saved, so that nothing navigates away by itself.
 * @returns gives it up again
 */
export function holdUnsavedWork(): () => void {
  const holder = Symbol('unsaved work')
  holders.add(holder)
  return () => {
    holders.delete(holder)
  }
}

export function hasUnsavedWork(): boolean {
  return holders.size > 0
}
