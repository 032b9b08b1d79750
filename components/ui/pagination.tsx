import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { IconButton } from './icon-button'

type PaginationProps = {
  /** Counted from 0. */
  page: number
  totalPages: number
  onPageChange: (page: number) => void
  /** "1–10 of 40", already worded. */
  summary: ReactNode
  labels: { navigation: string; previous: string; next: string }
  className?: string
  /** A control for the page size. */
  children?: ReactNode
}

/** Steps through the pages of a list. */
export function Pagination({ page, totalPages, onPageChange, summary, labels, className, children }: PaginationProps) {
  const iconClass = 'size-4 rtl:-scale-x-100'
  // A disabled button would drop the focus to the body on the first and the last page; this one only says so.
  const step = (to: number, isThere: boolean) => ({
    'aria-disabled': !isThere || undefined,
    onClick: () => isThere && onPageChange(to),
    className: 'aria-disabled:cursor-default aria-disabled:opacity-50 aria-disabled:hover:bg-transparent',
  })
  return (
    <nav
      aria-label={labels.navigation}
      className={classNames('flex flex-wrap items-center justify-between gap-x-4 gap-y-2', className)}
    >
      <div className="text-ink-muted text-sm tabular-nums">{summary}</div>
      <div className="flex items-center gap-1">
        {children}
        <IconButton
          label={labels.previous}
          icon={<ChevronLeft aria-hidden="true" className={iconClass} />}
          {...step(page - 1, page > 0)}
        />
        <IconButton
          label={labels.next}
          icon={<ChevronRight aria-hidden="true" className={iconClass} />}
          {...step(page + 1, page < totalPages - 1)}
        />
      </div>
    </nav>
  )
}
