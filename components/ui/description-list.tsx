import type { ReactNode } from 'react'
import { classNames } from './class-names'

/** Names and values, two entries on a line where there is room; an entry of `sm:col-span-2` has one for itself. */
export function DescriptionList({ className, children }: { className?: string; children: ReactNode }) {
  return <dl className={classNames('grid gap-x-8 sm:grid-cols-2', className)}>{children}</dl>
}

/** One name with its value. */
export function DescriptionItem({
  name,
  className,
  children,
}: {
  name: ReactNode
  className?: string
  children: ReactNode
}) {
  return (
    <div
      className={classNames('grid grid-cols-[minmax(7rem,10.5rem)_minmax(0,1fr)] items-start gap-3 py-1.5', className)}
    >
      <dt className="text-ink-muted text-sm">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  )
}
