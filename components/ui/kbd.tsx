import type { ReactNode } from 'react'

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-sm border bg-muted px-1.5 py-0.5 font-mono text-ink-muted text-xs leading-none">
      {children}
    </kbd>
  )
}
