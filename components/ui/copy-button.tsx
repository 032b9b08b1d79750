'use client'

import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { IconButton } from './icon-button'
import { useAnnounce } from './live-region'

const confirmationMs = 1500

type CopyButtonProps = { value: string; label: string; copiedLabel: string; className?: string }

/** Copies a value to the clipboard and says so. */
export function CopyButton({ value, label, copiedLabel, className }: CopyButtonProps) {
  const [copied, setCopied] = useState(false)
  const announce = useAnnounce()

  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), confirmationMs)
    return () => clearTimeout(timer)
  }, [copied])

  async function copy() {
    // Refused without a secure context or a permission: then nothing is confirmed, and the value stays to be selected.
    const done = await navigator.clipboard?.writeText(value).then(
      () => true,
      () => false,
    )
    if (!done) return
    setCopied(true)
    announce(copiedLabel)
  }

  return (
    <IconButton
      label={label}
      size="small"
      className={className}
      onClick={copy}
      icon={
        copied ? (
          <Check aria-hidden="true" className="size-4 text-success-text" />
        ) : (
          <Copy aria-hidden="true" className="size-4" />
        )
      }
    />
  )
}
