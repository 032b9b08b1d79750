'use client'

import { type ReactNode, useEffect, useRef } from 'react'

// The path whose heading stood last. Lives as long as the document, so a first load is told from a navigation.
let lastPath: string | undefined

type PageHeadingProps = {
  /** The page's h1. */
  children: ReactNode
  lead?: ReactNode
  /** Above the heading: the way back. */
  back?: ReactNode
  actions?: ReactNode
}

/**
 * The head of a page. After a navigation in the page its h1 takes the focus, as a freshly loaded document would give it
 * to its beginning: otherwise a screen reader stays on the link that is gone.
 */
export function PageHeading({ children, lead, back, actions }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    const path = window.location.pathname
    if (lastPath !== undefined && lastPath !== path) heading.current?.focus()
    lastPath = path
  }, [])

  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="grid min-w-0 gap-1">
        {back}
        <h1 ref={heading} tabIndex={-1} className="break-words font-semibold text-2xl">
          {children}
        </h1>
        {lead ? <p className="max-w-prose text-ink-muted">{lead}</p> : null}
      </div>
      {actions}
    </div>
  )
}
