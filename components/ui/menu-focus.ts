const itemSelector = '[role^="menuitem"]:not([aria-disabled="true"])'

/**
 * Moves the focus among a menu's items as the key asks: arrows around the ring, Home, End, or a letter to the next item
 * that begins with it. Answers whether the key meant something.
 */
export function moveFocus(menu: HTMLElement | null, key: string): boolean {
  const items = [...(menu?.querySelectorAll<HTMLElement>(itemSelector) ?? [])]
  const current = items.indexOf(document.activeElement as HTMLElement)
  const target = targetOf(key, items, current)
  target?.focus()
  return target !== undefined
}

function targetOf(key: string, items: HTMLElement[], current: number): HTMLElement | undefined {
  if (key === 'ArrowDown') return items[(current + 1) % items.length]
  if (key === 'ArrowUp') return items.at(current < 0 ? -1 : current - 1)
  if (key === 'Home') return items[0]
  if (key === 'End') return items.at(-1)
  if (key.length !== 1 || key === ' ') return undefined
  const ring = [...items.slice(current + 1), ...items.slice(0, current + 1)]
  return ring.find((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()))
}
