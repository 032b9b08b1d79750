'use client'

import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { classNames } from './class-names'
import { moveFocus } from './menu-focus'

type MenuProps = {
  /** What the button shows, and its accessible name if the content has none. */
  trigger: ReactNode
  triggerLabel?: string
  triggerClassName?: string
  /** Content above the items that is no item: a name, an address. */
  header?: ReactNode
  children: ReactNode
  className?: string
}

/** A button with a menu of actions. Arrow keys, Home, End and letters move; Escape and Tab close. */
export function Menu({ trigger, triggerLabel, triggerClassName, header, children, className }: MenuProps) {
  const [open, setOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)
  const menuId = useId()

  useEffect(() => {
    if (!open) return
    moveFocus(menu.current, 'Home')
    const closeOutside = (event: PointerEvent) => {
      if (!frame.current?.contains(event.target as Node)) setOpen(false)
    }
    document.addEventListener('pointerdown', closeOutside)
    return () => document.removeEventListener('pointerdown', closeOutside)
  }, [open])

  function close() {
    setOpen(false)
    button.current?.focus()
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.key === 'Tab') setOpen(false)
    else if (event.key === 'Escape') close()
    else if (!moveFocus(menu.current, event.key)) return
    if (event.key !== 'Tab') event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div ref={frame} className="relative">
      <button
        ref={button}
        type="button"
        aria-label={triggerLabel}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
        className={triggerClassName}
      >
        {trigger}
      </button>
      {open ? (
        <div className={classNames('absolute z-40 w-64 rounded-md border bg-surface shadow-overlay', className)}>
          {header ? <div className="border-b px-3.5 py-3">{header}</div> : null}
          {/* An item's click bubbles here, so that each one closes the menu by itself. */}
          <div
            ref={menu}
            id={menuId}
            role="menu"
            tabIndex={-1}
            aria-label={triggerLabel}
            onKeyDown={handleKeyDown}
            onClick={close}
            className="p-1"
          >
            {children}
          </div>
        </div>
      ) : null}
    </div>
  )
}
