import type { Guard } from './page-guard'

/**
 * Holds back clicks on links to other pages of the console, which no event of the browser announces.
 * @param unsavedBefore who guards what a link to this address would lose
 * @param ask asks the user for them; it is given how to go on
 * @returns gives it up again
 */
export function guardLinks(
  unsavedBefore: (href: string) => Guard[],
  ask: (concerned: Guard[], goOn: () => void) => void,
): () => void {
  function handleClick(event: MouseEvent) {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
    if (!link || !opensHere(event, link)) return
    const concerned = unsavedBefore(link.href)
    if (concerned.length === 0) return
    event.preventDefault()
    // The same click again rather than a navigation of ours: the link knows best how it navigates.
    ask(concerned, () => link.click())
  }
  // Before the link's own handler, which leaves alone what has been prevented.
  window.addEventListener('click', handleClick, { capture: true })
  return () => window.removeEventListener('click', handleClick, { capture: true })
}

/** Whether a click opens the link in this tab, and nothing else. */
function opensHere({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent, link: HTMLAnchorElement): boolean {
  const modified = metaKey || ctrlKey || shiftKey || altKey
  return button === 0 && !modified && ['', '_self'].includes(link.target) && !link.hasAttribute('download')
}
