'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** Title of a step that takes the place of another; it takes the focus, or a screen reader would stay at a button that is gone. */
export function StepTitle({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => ref.current?.focus(), [])
  return (
    <h2 ref={ref} tabIndex={-1} className="mb-1 font-semibold text-lg">
      {children}
    </h2>
  )
}
