'use client'

import { ChevronDown } from 'lucide-react'
import { type ComponentProps, useEffect, useId, useRef, useState } from 'react'
import { classNames } from './class-names'
import type { ComboboxOption } from './combobox-filter'
import { ComboboxList } from './combobox-list'
import { useComboboxState } from './combobox-state'
import { controlClass } from './control-style'
import { useAnnounce } from './live-region'

const listHeightPx = 300

type ComboboxProps = Omit<
  ComponentProps<'input'>,
  'value' | 'defaultValue' | 'onChange' | 'type' | 'role' | 'list' | 'size'
> & {
  options: readonly ComboboxOption[]
  /** The chosen option's value, or "" for none. */
  value: string
  onValueChange: (value: string) => void
  /** Shown instead of the list when the text finds nothing. */
  emptyText: string
  /** Whether a text that is no option is taken as it was typed. */
  takesUnknown?: boolean
  /** Announced while typing: how many options are left. */
  resultsText: (count: number) => string
}

/**
 * A searchable single select. The value stands in a hidden input of `name`; the visible input shows the label. Typing a
 * label or a value and leaving the field chooses it, Escape restores, an emptied field clears.
 */
export function Combobox(props: ComboboxProps) {
  const { options, value, onValueChange, takesUnknown, emptyText, resultsText, name, ...others } = props
  const { className, disabled, onBlur, ...rest } = others
  const state = useComboboxState({ options, value, onValueChange, takesUnknown })
  const announce = useAnnounce()
  const listId = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [above, setAbove] = useState(false)

  function show() {
    const box = frame.current?.getBoundingClientRect()
    if (box) setAbove(window.innerHeight - box.bottom < listHeightPx && box.top > listHeightPx)
    state.show()
  }

  const typing = state.open && state.shownText !== ''
  const count = state.matches.length
  useEffect(() => {
    if (typing) announce(count === 0 ? emptyText : resultsText(count))
  }, [typing, count, announce, emptyText, resultsText])

  return (
    <div ref={frame} className={classNames('relative', className)}>
      {name ? <input type="hidden" name={name} value={value} disabled={disabled} /> : null}
      <input
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        {...rest}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={state.open}
        aria-controls={listId}
        aria-activedescendant={
          state.open && state.matches[state.activeIndex] ? `${listId}-${state.activeIndex}` : undefined
        }
        disabled={disabled}
        value={state.shownText}
        onClick={show}
        onChange={(event) => {
          show()
          state.type(event.target.value)
        }}
        onKeyDown={state.handleKeyDown}
        onBlur={(event) => {
          state.settle()
          onBlur?.(event)
        }}
        className={controlClass('h-control ps-3 pe-9 pointer-coarse:h-touch')}
      />
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 end-2.5 my-auto size-4 text-ink-muted"
      />
      <ComboboxList
        id={listId}
        open={state.open}
        above={above}
        options={state.matches}
        activeIndex={state.activeIndex}
        value={value}
        emptyText={emptyText}
        onChoose={state.commit}
      />
    </div>
  )
}
