'use client'

import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { classNames } from './class-names'
import { IconButton } from './icon-button'
import { LiveRegionProvider } from './live-region'

type DialogProps = {
  open: boolean
  title: ReactNode
  role?: 'alertdialog'
  /** Id of the text that is read out when the dialog opens. */
  describedBy?: string
  children: ReactNode
  /** Buttons under the content. */
  footer?: ReactNode
  size?: 'small' | 'medium' | 'large'
} & (
  | {
      /** Escape, the close button and a click on the backdrop ask for it. */
      onClose: () => void
      closeLabel: string
      required?: false
    }
  | {
      /** The dialog stands until what it asks for is done. */
      required: true
      onClose?: undefined
      closeLabel?: undefined
    }
)

const sizeClass = { small: 'max-w-md', medium: 'max-w-lg', large: 'max-w-3xl' }

/** A modal dialog on the native element, which traps the focus and gives it back by itself. */
export function Dialog(props: DialogProps) {
  const { open, onClose, title, closeLabel, required, children, footer, size = 'medium' } = props
  const ref = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const titleId = useId()

  // Before the effects of the content: where that moves the focus, the dialog is open already. After each rendering, because the browser closes a
  // dialog at the second Escape, whatever we say.
  useLayoutEffect(() => {
    const dialog = ref.current
    if (open && !dialog?.open) {
      dialog?.showModal()
      // Not the close button, which the browser would take: what the dialog is about comes first.
      heading.current?.focus()
    }
    if (!open && dialog?.open) dialog.close()
  })

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click closes on the backdrop; Escape is the keyboard's way.
    <dialog
      ref={ref}
      role={props.role}
      aria-labelledby={titleId}
      aria-describedby={props.describedBy}
      onCancel={(event) => {
        // React hands it on from a dialog that is opened over this one.
        if (event.target !== event.currentTarget) return
        event.preventDefault()
        onClose?.()
      }}
      // A browser closes a dialog at the second Escape, whatever we say to the first.
      onClose={() => required && open && ref.current?.showModal()}
      onClick={(event) => event.target === event.currentTarget && onClose?.()}
      className={classNames(
        'm-auto w-[calc(100%-2rem)] rounded-lg border bg-surface p-0 text-ink shadow-overlay',
        sizeClass[size],
      )}
    >
      {open ? (
        // What is outside a modal dialog is not read out, so it has live regions of its own.
        <LiveRegionProvider>
          <div className="flex max-h-[85dvh] flex-col">
            <div className="flex min-h-14 items-center justify-between gap-3 border-b py-2.5 ps-5 pe-3">
              <h2 ref={heading} id={titleId} tabIndex={-1} className="font-semibold text-lg">
                {title}
              </h2>
              {onClose ? (
                <IconButton label={closeLabel} icon={<X aria-hidden="true" className="size-4" />} onClick={onClose} />
              ) : null}
            </div>
            <div className="min-h-0 overflow-y-auto px-5 py-4">{children}</div>
            {footer ? (
              <div className="flex flex-wrap justify-end gap-2 border-t bg-canvas px-5 py-3">{footer}</div>
            ) : null}
          </div>
        </LiveRegionProvider>
      ) : null}
    </dialog>
  )
}
