'use client'

import { type ReactNode, type RefObject, useLayoutEffect, useRef } from 'react'

type LockableFieldsProps = {
  /** They are being sent: a change would be lost. */
  locked: boolean
  /** Takes the focus over from a field that is locked: the button that shows what goes on. */
  focusWhenLocked: RefObject<HTMLElement | null>
  className?: string
  children: ReactNode
}

/** The fields of a form, which nobody can change while they are being sent. */
export function LockableFields({ locked, focusWhenLocked, className, children }: LockableFieldsProps) {
  const fields = useRef<HTMLDivElement>(null)

  // Before the browser takes the focus from what is inert and leaves it nowhere.
  useLayoutEffect(() => {
    if (locked && fields.current?.contains(document.activeElement)) {
      focusWhenLocked.current?.focus({ preventScroll: true })
    }
  }, [locked, focusWhenLocked])

  return (
    <div ref={fields} inert={locked} className={className}>
      {children}
    </div>
  )
}
