import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** Names and values, two entries on a line where there is room. */
export function DescriptionList({ className, children }: { className?: string; children: ReactNode }) {
  return <dl className={classNames('grid gap-x-8 sm:grid-cols-2', className)}>{children}</dl>
}

type DescriptionItemProps = {
  name: ReactNode
  /** For a long value that must not be broken: a line of its own, and on a narrow screen the name above it. */
  wide?: boolean
  children: ReactNode
}

/** One name with its value. */
export function DescriptionItem({ name, wide = false, children }: DescriptionItemProps) {
  return (
    <div
      className={classNames(
        'grid items-start gap-x-3 py-1.5 sm:grid-cols-[10.5rem_minmax(0,1fr)]',
        wide ? 'sm:col-span-2' : 'grid-cols-[minmax(6rem,2fr)_3fr]',
      )}
    >
      <dt className="text-ink-muted text-sm">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  )
}
