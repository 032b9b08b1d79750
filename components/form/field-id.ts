/**
 * The id of what is focused for a field, a list or an entry of the form, by its name. What has no element of that id is not on the form:
 * a fault of that name can only stand in the summary.
 */
export function fieldId(name: string): string {
  return `field-${name}`
}

/** Puts the focus on a field and brings it into the middle of the window, clear of whatever sticks to its edges. */
export function focusField(name: string): boolean {
  const element = document.getElementById(fieldId(name))
  if (!element) return false
  element.scrollIntoView({ block: 'center' })
  element.focus({ preventScroll: true })
  return true
}
