import type { ReactNode } from 'react'
import { classNames } from './class-names'

type EmptyStateProps = {
  icon?: ReactNode
  title: ReactNode
  children?: ReactNode
  actions?: ReactNode
  className?: string
}

/** What stands where there is nothing to show: why, and what to do next. */
export function EmptyState({ icon, title, children, actions, className }: EmptyStateProps) {
  return (
    <div className={classNames('flex flex-col items-center gap-1.5 px-6 py-14 text-center', className)}>
      {icon ? (
        <span aria-hidden="true" className="mb-2 rounded-lg border bg-muted p-2.5 text-ink-muted">
          {icon}
        </span>
      ) : null}
      {/* No paragraph: the title may be a heading. */}
      <div className="font-semibold text-lg">{title}</div>
      {children ? <div className="max-w-prose text-ink-muted">{children}</div> : null}
      {actions ? <div className="mt-3 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  )
}
