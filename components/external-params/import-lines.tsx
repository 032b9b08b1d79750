'use client'

import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import { Pagination } from '@/components/ui/pagination'
import { HeaderCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import { ImportLine } from './import-line'
import type { ImportLines as Lines } from './use-import-lines'

const pageSize = 25

/** The pasted lines, those at fault first. */
export function ImportLines({ lines }: { lines: Lines }) {
  const t = useTranslations('externalParams.import')
  const announce = useAnnounce()
  const table = useRef<HTMLTableElement>(null)
  const [wanted, setWanted] = useState(0)
  const total = lines.lines.length
  const totalPages = Math.max(1, Math.ceil(total / pageSize))
  const page = Math.min(wanted, totalPages - 1)
  const shown = lines.lines.slice(page * pageSize, (page + 1) * pageSize)

  function remove(line: number) {
    lines.remove(line)
    // The row takes the focus with it.
    table.current?.focus()
    announce(t('removed', { line }))
  }

  return (
    <div className="min-w-0">
      {/* On a small screen a line is a block: side by side its fields would have two letters each. */}
      <Table ref={table} tabIndex={-1} className="max-sm:block sm:table-fixed">
        <caption>
          <VisuallyHidden>{t('linesCaption')}</VisuallyHidden>
        </caption>
        <TableHead className="max-sm:sr-only">
          <TableRow>
            <HeaderCell className="w-18">{t('columns.line')}</HeaderCell>
            <HeaderCell className="w-[36%]">{t('columns.customer')}</HeaderCell>
            <HeaderCell className="w-1/4">{t('columns.value')}</HeaderCell>
            <HeaderCell>{t('columns.state')}</HeaderCell>
            <HeaderCell className="w-16">
              <VisuallyHidden>{t('columns.actions')}</VisuallyHidden>
            </HeaderCell>
          </TableRow>
        </TableHead>
        <TableBody className="max-sm:block">
          {shown.map((line) => (
            <ImportLine
              key={line.line}
              line={line}
              repairable={lines.repairable.has(line.line)}
              onCustomer={(customer) => lines.setCustomer(line.line, customer)}
              onLookUp={lines.lookUpAll}
              onValue={(value) => lines.setValue(line.line, value)}
              onRemove={() => remove(line.line)}
            />
          ))}
        </TableBody>
      </Table>
      <Pagination
        className="mt-3"
        page={page}
        totalPages={totalPages}
        onPageChange={setWanted}
        summary={t('summary', {
          from: total === 0 ? 0 : page * pageSize + 1,
          to: page * pageSize + shown.length,
          total,
        })}
        labels={{ navigation: t('pages'), previous: t('previousPage'), next: t('nextPage') }}
      />
    </div>
  )
}
