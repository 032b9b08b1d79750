'use client'

import { Check, Copy } from 'lucide-react'
import { IconButton } from './icon-button'
import { useCopy } from './use-copy'

type CopyButtonProps = { value: string; label: string; copiedLabel: string; className?: string }

/** Copies a value to the clipboard and says so. */
export function CopyButton({ value, label, copiedLabel, className }: CopyButtonProps) {
  const { copied, copy } = useCopy(value, copiedLabel)
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
