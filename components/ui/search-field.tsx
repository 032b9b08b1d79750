'use client'

import { Search, X } from 'lucide-react'
import { useId, useRef } from 'react'
import { classNames } from './class-names'
import { IconButton } from './icon-button'
import { Input } from './input'
import { useTypedSearch } from './use-typed-search'

type SearchFieldProps = {
  label: string
  placeholder: string
  clearLabel: string
  /** What is searched for now. */
  search: string
  onSearch: (search: string) => void
  className?: string
}

/** A search as one types. What is typed is searched for after a moment without a key. */
export function SearchField({ label, placeholder, clearLabel, search, onSearch, className }: SearchFieldProps) {
  const [text, setText] = useTypedSearch(search, onSearch)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()

  function clear() {
    setText('')
    input.current?.focus()
  }

  return (
    <search className={classNames('relative block w-full', className)}>
      <label htmlFor={id} className="mb-1 block font-medium text-sm">
        {label}
      </label>
      <Search aria-hidden="true" className="pointer-events-none absolute start-3 bottom-2.5 size-4 text-ink-subtle" />
      <Input
        ref={input}
        id={id}
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="ps-9 pe-10"
      />
      {text === '' ? null : (
        <IconButton
          label={clearLabel}
          icon={<X aria-hidden="true" className="size-4" />}
          size="small"
          onClick={clear}
          className="absolute end-1 bottom-1 pointer-coarse:bottom-0"
        />
      )}
    </search>
  )
}
