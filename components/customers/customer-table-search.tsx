'use client'

import { Search, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { useTypedSearch } from '@/components/ui/use-typed-search'

/** The search by name. What is typed is searched for after a moment without a key. */
export function CustomerTableSearch({ search, onSearch }: { search: string; onSearch: (search: string) => void }) {
  const t = useTranslations('customers')
  const [text, setText] = useTypedSearch(search, onSearch)
  const input = useRef<HTMLInputElement>(null)

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
