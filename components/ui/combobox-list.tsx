'use client'

import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { classNames } from './class-names'
import type { ComboboxOption } from './combobox-filter'

type ComboboxListProps = {
  id: string
  open: boolean
  above: boolean
  options: readonly ComboboxOption[]
  activeIndex: number
  value: string
  emptyText: string
  onChoose: (value: string) => void
}

/** The options under a combobox. Its element stays in the page when closed, because the input points at it. */
export function ComboboxList({ id, open, above, options, activeIndex, value, emptyText, onChoose }: ComboboxListProps) {
  const list = useRef<HTMLDivElement>(null)

  // Scrolls the list and never the page, as scrollIntoView would.
  useEffect(() => {
    const box = list.current
    const active = box?.querySelector<HTMLElement>(`[data-index="${activeIndex}"]`)
    if (!open || !box || !active) return
    if (active.offsetTop < box.scrollTop) box.scrollTop = active.offsetTop
    const overhang = active.offsetTop + active.offsetHeight - box.clientHeight
    if (overhang > box.scrollTop) box.scrollTop = overhang
  }, [open, activeIndex])

  return (
    <div
      className={classNames(
        'absolute inset-x-0 z-30 rounded-md border bg-surface shadow-overlay',
        above ? 'bottom-full mb-1' : 'top-full mt-1',
        !open && 'hidden',
      )}
    >
      {open && options.length === 0 ? <p className="px-3 py-2.5 text-ink-muted">{emptyText}</p> : null}
      <div
        ref={list}
        id={id}
        role="listbox"
        tabIndex={-1}
        // Pressing on the list must not take the focus out of the input.
        onMouseDown={(event) => event.preventDefault()}
        className={classNames('relative max-h-72 overflow-y-auto overscroll-contain', options.length > 0 && 'p-1')}
      >
        {open
          ? options.map((option, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard works from the input, by aria-activedescendant.
              // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the input.
              <div
                key={option.value}
                id={`${id}-${index}`}
                data-index={index}
                role="option"
                aria-selected={option.value === value}
                onClick={() => onChoose(option.value)}
                className={classNames(
                  'flex min-h-8 cursor-default items-center justify-between gap-2 rounded px-2 py-1 hover:bg-hover pointer-coarse:min-h-touch',
                  index === activeIndex && 'bg-accent-soft',
                )}
              >
                <span className="min-w-0 break-words">{option.label}</span>
                {option.value === value ? (
                  <Check aria-hidden="true" className="size-4 shrink-0 text-accent-text" />
                ) : null}
              </div>
            ))
          : null}
      </div>
    </div>
  )
}
