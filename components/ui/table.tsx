import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names'

type TableProps = ComponentProps<'table'> & {
  /** Stands under the rows on the same card: why there are none. */
  footer?: ReactNode
  /** Newer rows are on their way. The present ones stay readable. */
  busy?: boolean
}

/** A table on a card. Columns that do not fit scroll inside it, not the page. */
export function Table({ className, footer, busy = false, ...rest }: TableProps) {
  return (
    <div className="relative overflow-x-auto rounded-lg border bg-surface shadow-card">
      {busy ? <div aria-hidden="true" className="absolute inset-x-0 top-0 h-0.5 animate-pulse bg-accent" /> : null}
      <table {...rest} aria-busy={busy} className={classNames('w-full border-collapse text-start', className)} />
      {footer}
    </div>
  )
}

/** The head, kept apart from the rows by its ground. */
export function TableHead({ className, ...rest }: ComponentProps<'thead'>) {
  return <thead {...rest} className={classNames('border-b bg-muted', className)} />
}

export function TableBody({ className, ...rest }: ComponentProps<'tbody'>) {
  return <tbody {...rest} className={classNames('divide-y divide-line', className)} />
}

export function TableRow({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr {...rest} className={classNames('transition-colors duration-fast', className)} />
}

const cellClass = 'h-11 px-4 text-start align-middle first:ps-5 last:pe-5'

export function HeaderCell({ className, scope = 'col', ...rest }: ComponentProps<'th'>) {
  return (
    <th
      {...rest}
      scope={scope}
      className={classNames('h-9 px-4 text-start font-medium text-ink-muted text-sm first:ps-5 last:pe-5', className)}
    />
  )
}

export function Cell({ className, ...rest }: ComponentProps<'td'>) {
  return <td {...rest} className={classNames(cellClass, className)} />
}

/** The cell that names its row. */
export function RowHeaderCell({ className, ...rest }: ComponentProps<'th'>) {
  return <th {...rest} scope="row" className={classNames(cellClass, 'font-medium', className)} />
}

type SortDirection = 'ascending' | 'descending'
type SortableHeaderCellProps = ComponentProps<'th'> & {
  /** Undefined when the rows are not sorted by this column. */
  direction?: SortDirection
  onSort: () => void
  children: ReactNode
}

const sortIcon = { ascending: ArrowUp, descending: ArrowDown, none: ChevronsUpDown } as const

/** A column's head that sorts by it when pressed. */
export function SortableHeaderCell({ direction, onSort, children, ...rest }: SortableHeaderCellProps) {
  const Icon = sortIcon[direction ?? 'none']
  return (
    <HeaderCell {...rest} aria-sort={direction}>
      <button
        type="button"
        onClick={onSort}
        className="-mx-1.5 inline-flex h-control-sm items-center gap-1 rounded-sm px-1.5 hover:text-ink pointer-coarse:h-touch"
      >
        {children}
        <Icon aria-hidden="true" className="size-3.5" />
      </button>
    </HeaderCell>
  )
}
