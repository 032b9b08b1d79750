'use client'

import { X } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { classNames } from './class-names'
import { IconButton } from './icon-button'

type DialogProps = {
  open: boolean
  /** Escape, the close button and a click on the backdrop ask for it. */
  onClose: () => void
  title: ReactNode
  closeLabel: string
  children: ReactNode
  /** Buttons under the content. */
  footer?: ReactNode
  size?: 'medium' | 'large'
}

/** A modal dialog on the native element, which traps the focus and gives it back by itself. */
export function Dialog({ open, onClose, title, closeLabel, children, footer, size = 'medium' }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const dialog = ref.current
    if (open && !dialog?.open) dialog?.showModal()
    if (!open && dialog?.open) dialog.close()
  }, [open])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click closes on the backdrop; Escape is the keyboard's way.
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => event.target === event.currentTarget && onClose()}
      className={classNames(
        'm-auto w-[calc(100%-2rem)] rounded-lg border bg-surface p-0 text-ink shadow-overlay',
        size === 'medium' ? 'max-w-lg' : 'max-w-3xl',
      )}
    >
      {open ? (
        <div className="flex max-h-[85dvh] flex-col">
          <div className="flex items-center justify-between gap-3 border-b py-2.5 ps-5 pe-3">
            <h2 id={titleId} className="font-semibold text-lg">
              {title}
            </h2>
            <IconButton label={closeLabel} icon={<X aria-hidden="true" className="size-4" />} onClick={onClose} />
          </div>
          <div className="min-h-0 overflow-y-auto px-5 py-4">{children}</div>
          {footer ? (
            <div className="flex flex-wrap justify-end gap-2 border-t bg-canvas px-5 py-3">{footer}</div>
          ) : null}
        </div>
      ) : null}
    </dialog>
  )
}
