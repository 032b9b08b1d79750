import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { IconButton } from './icon-button'

export type PaginationProps = {
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
          disabled={page <= 0}
          onClick={() => onPageChange(page - 1)}
        />
        <IconButton
          label={labels.next}
          icon={<ChevronRight aria-hidden="true" className={iconClass} />}
          disabled={page >= totalPages - 1}
          onClick={() => onPageChange(page + 1)}
        />
      </div>
    </nav>
  )
}
