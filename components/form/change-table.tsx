'use client'

import { Cell, HeaderCell, RowHeaderCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { useFieldTitle } from './element-text'
import { useElementValue } from './element-value'

type ChangeTableProps = {
  caption: string
  columns: { element: string; before: string; after: string }
  /** What is said in place of a value that is empty. */
  empty: { before: string; after: string }
  /** `title` takes the place of the element's own. */
  changes: readonly { name: string; key?: string; title?: string; before: unknown; after: unknown }[]
  /** Whether there was nothing before: what is made has no other side. */
  made?: boolean
}

/** Elements with what stands and what is to stand, or stood and was asked. */
export function ChangeTable({ caption, columns, empty, changes, made = false }: ChangeTableProps) {
  const fieldTitle = useFieldTitle()
  const elementValue = useElementValue()
  const cellClass = 'hyphens-auto whitespace-pre-line break-words py-2 max-sm:px-2 max-sm:first:ps-3'
  const words = (name: string, value: unknown, otherwise: string) =>
    elementValue(name, value) || <span className="text-ink-muted italic">{otherwise}</span>
  return (
    <Table className="table-fixed">
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <TableHead>
        <TableRow>
          <HeaderCell className="max-sm:px-2 max-sm:first:ps-3">{columns.element}</HeaderCell>
          {made ? null : <HeaderCell className="max-sm:px-2">{columns.before}</HeaderCell>}
          <HeaderCell className="max-sm:px-2">{columns.after}</HeaderCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {changes.map(({ name, key = name, title, before, after }) => (
          <TableRow key={key}>
            <RowHeaderCell className={cellClass}>{title ?? fieldTitle(name)}</RowHeaderCell>
            {made ? null : <Cell className={cellClass}>{words(name, before, empty.before)}</Cell>}
            <Cell className={cellClass}>{words(name, after, empty.after)}</Cell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
