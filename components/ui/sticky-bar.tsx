import type { ReactNode } from 'react'

type StickyBarProps = {
  /** What is going on; read out when it changes. */
  status: ReactNode
  /** The buttons. */
  children: ReactNode
}

/** Sticks to the bottom of the window and holds the buttons of what stands above it. */
export function StickyBar({ status, children }: StickyBarProps) {
  return (
    <div className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-10 -mx-4 mt-5 flex flex-wrap items-center justify-end gap-x-4 gap-y-2 border-t bg-surface px-4 py-3 shadow-raised sm:mx-0 sm:rounded-lg sm:border sm:px-5 lg:bottom-4">
      <p role="status" className="me-auto text-ink-muted text-sm">
        {status}
      </p>
      {children}
    </div>
  )
}
