'use client'

import { useTranslations } from 'next-intl'
import type { ValueImport } from '@/lib/client/value-import'

/** How many rows have come to an end. */
export function endedRows({ counts }: ValueImport): number {
  return counts.done + counts.failed + counts.refused + counts.unknown
}

/** How much of an import has come to an end, as a bar and in words. */
export function ImportBar({ of }: { of: ValueImport }) {
  const t = useTranslations('externalParams.import')
  const ended = endedRows(of)
  const text = t('progress', { ended, total: of.rowCount })
  return (
    <div className="grid gap-1.5">
      <div
        role="progressbar"
        tabIndex={-1}
        aria-label={t('progressLabel')}
        aria-valuemin={0}
        aria-valuemax={of.rowCount}
        aria-valuenow={ended}
        aria-valuetext={text}
      >
        {/* The browser's own bar: a width of our own would be an inline style, which the Content Security Policy forbids. */}
        <progress aria-hidden="true" className="h-2.5 w-full accent-accent" max={of.rowCount} value={ended} />
      </div>
      <p className="text-ink-muted text-sm tabular-nums">{text}</p>
    </div>
  )
}
