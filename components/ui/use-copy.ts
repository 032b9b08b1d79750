'use client'

import { useEffect, useState } from 'react'
import { useAnnounce } from './live-region'

const confirmationMs = 1500

/** Puts a text on the clipboard and says so; `copied` holds for a moment afterwards. */
export function useCopy(text: string, copiedText: string) {
  const [copied, setCopied] = useState(false)
  const announce = useAnnounce()

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), confirmationMs)
    return () => clearTimeout(timer)
  }, [copied])

  async function copy() {
    // Refused without a secure context or a permission: then nothing is confirmed, and the text stays to be selected.
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    )
    if (!done) return
    setCopied(true)
    announce(copiedText)
  }

  return { copied, copy }
}
