'use client'

import { Search, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'

const debounceMs = 250

/** The search by name. What is typed is searched for after a moment without a key. */
export function CustomerTableSearch({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  const t = useTranslations('customers')
  const [text, setText] = useState(search)
  const input = useRef<HTMLInputElement>(null)
  const reported = useRef(search)
  const report = useEffectEvent((wanted: string) => {
    reported.current = wanted
    onSearch(wanted)
  })

  // The address can change without us: the back button, a link.
  useEffect(() => {
    if (search === reported.current) return
    reported.current = search
    setText(search)
  }, [search])

  useEffect(() => {
    const wanted = text.trim()
    if (wanted === reported.current) return
    const timer = setTimeout(() => report(wanted), debounceMs)
    return () => clearTimeout(timer)
  }, [text])

  return (
    <search className="relative w-full sm:w-72">
      <label htmlFor="customer-search" className="mb-1 block font-medium text-sm">
        {t('search')}
      </label>
      <Search aria-hidden="true" className="pointer-events-none absolute start-3 bottom-2.5 size-4 text-ink-subtle" />
      <Input
        ref={input}
        id="customer-search"
        type="text"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('searchPlaceholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="ps-9 pe-10"
      />
      {text === '' ? null : (
        <IconButton
          label={t('clearSearch')}
          icon={<X aria-hidden="true" className="size-4" />}
          size="small"
          onClick={() => {
            setText('')
            input.current?.focus()
          }}
          className="absolute end-1 bottom-1 pointer-coarse:bottom-0"
        />
      )}
    </search>
  )
}
