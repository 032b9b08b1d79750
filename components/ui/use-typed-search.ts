'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'

/** How long nobody must have typed before it is searched for, in milliseconds. */
const debounceMs = 250

/**
 * A search that is typed: what stands in the field, and how to change it. It is reported, without the spaces around it, after a moment
 * without a key.
 * @param search what is searched for now; where it changes without us (the back button, a link) the field follows
 */
export function useTypedSearch(search: string, onSearch: (search: string) => void) {
  const [text, setText] = useState(search)
  const reported = useRef(search)
  const report = useEffectEvent((wanted: string) => {
    reported.current = wanted
    onSearch(wanted)
  })

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

  return [text, setText] as const
}
