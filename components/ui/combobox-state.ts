'use client'

import { type KeyboardEvent, useMemo, useState } from 'react'
import { type ComboboxOption, exactOption, filterOptions, searchable } from './combobox-filter'

type ComboboxStateOptions = {
  options: readonly ComboboxOption[]
  value: string
  onValueChange: (value: string) => void
  /** Whether a text that is no option is taken as it was typed, for whoever checks the value to blame; else it is dropped. */
  takesUnknown?: boolean
}

/** What a searchable single select knows: the text being typed, the options it finds and which one is active. */
export function useComboboxState({ options, value, onValueChange, takesUnknown }: ComboboxStateOptions) {
  // Null while nothing is being typed: the input then shows the label of the value.
  const [text, setText] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const [activeIndex, setActiveIndex] = useState(-1)
  // Moved there by an arrow key: the user means that option, not merely the best match.
  const [chosen, setChosen] = useState(false)

  const candidates = useMemo(() => searchable(options), [options])
  const matches = useMemo(() => filterOptions(candidates, text ?? ''), [candidates, text])
  const selected = options.find((option) => option.value === value)

  function show() {
    if (open) return
    setOpen(true)
    setActiveIndex(matches.findIndex((option) => option.value === value))
  }

  function restore() {
    setText(null)
    setOpen(false)
    setActiveIndex(-1)
    setChosen(false)
  }

  function commit(next: string) {
    restore()
    if (next !== value) onValueChange(next)
  }

  function type(typed: string) {
    setText(typed)
    setOpen(true)
    setActiveIndex(typed.trim() === '' ? -1 : 0)
    setChosen(false)
  }

  function moveTo(index: number) {
    if (!open) return show()
    if (matches.length === 0) return
    setActiveIndex((index + matches.length) % matches.length)
    setChosen(true)
  }

  /** Leaving the control takes what is unmistakable and restores everything else. */
  function settle() {
    if (text !== null && text.trim() === '') return commit('')
    const exact = text === null ? undefined : exactOption(candidates, text)
    const only = text !== null && matches.length === 1 ? matches[0] : undefined
    const meant = exact ?? (chosen ? matches[activeIndex] : undefined) ?? only
    if (meant) commit(meant.value)
    else if (takesUnknown && text !== null) commit(text.trim())
    else restore()
  }

  function takeEnter(event: KeyboardEvent) {
    const exact = text === null || chosen ? undefined : exactOption(candidates, text)
    const active = exact ?? matches[activeIndex]
    if (!open && text === null) return
    // Enter chooses here; only a closed combobox lets it submit the form.
    event.preventDefault()
    if (active) commit(active.value)
    else if (text?.trim() === '') commit('')
  }

  function handleKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') takeEnter(event)
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (event.key === 'ArrowUp' && event.altKey) restore()
      else moveTo(event.key === 'ArrowDown' ? activeIndex + 1 : Math.max(activeIndex, 0) - 1)
    } else if (event.key === 'Escape' && (open || text !== null)) {
      // Ours alone: a dialog around the field must stay open.
      event.preventDefault()
      event.stopPropagation()
      restore()
    }
  }

  const shownText = text ?? selected?.label ?? value
  return { open, matches, activeIndex, shownText, show, type, commit, settle, handleKeyDown }
}
