'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useProblemText } from '@/components/form/problem-text'
import { Badge } from '@/components/ui/badge'
import { FieldError } from '@/components/ui/field-frame'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Cell, RowHeaderCell, TableRow } from '@/components/ui/table'
import type { CheckedLine } from '@/lib/forms/pasted-values'

type ImportLineProps = {
  line: CheckedLine
  /** It was at fault when it was read: it has inputs, and may be taken out. */
  repairable: boolean
  onCustomer: (customer: string) => void
  /** The customer has been entered: it can be looked up. */
  onLookUp: () => void
  onValue: (value: string) => void
  onRemove: () => void
}

/** One pasted line: its number, its two cells, and what is wrong with it. */
export function ImportLine({ line, repairable, onCustomer, onLookUp, onValue, onRemove }: ImportLineProps) {
  const t = useTranslations('externalParams.import')
  const problemText = useProblemText()
  const { fault, customerId } = line
  const errorId = `import-line-${line.line}-error`
  const isAtFault = (cell: 'customer' | 'value') => fault?.cell === cell || undefined
  const control = (cell: 'customer' | 'value') => ({
    name: `rows.${line.line}.${cell}`,
    'aria-label': t(`cells.${cell}`, { line: line.line }),
    'aria-invalid': isAtFault(cell),
    'aria-describedby': isAtFault(cell) && errorId,
  })

  return (
    <TableRow className="max-sm:grid max-sm:grid-cols-[3.5rem_1fr_auto] max-sm:py-2">
      <RowHeaderCell className="tabular-nums">{line.line}</RowHeaderCell>
      <Cell className="min-w-0 py-1.5 max-sm:px-0">
        {repairable ? (
          <Input
            {...control('customer')}
            value={line.customer}
            onChange={({ target }) => onCustomer(target.value)}
            onBlur={onLookUp}
            onKeyDown={({ key }) => key === 'Enter' && onLookUp()}
          />
        ) : (
          <span className="break-all">{line.customer}</span>
        )}
      </Cell>
      <Cell className="min-w-0 py-1.5 max-sm:col-start-2 max-sm:px-0">
        {repairable ? (
          <Input {...control('value')} value={line.value} onChange={({ target }) => onValue(target.value)} />
        ) : (
          <span className="break-all">{line.value}</span>
        )}
      </Cell>
      <Cell className="min-w-0 max-sm:col-start-2 max-sm:h-auto max-sm:px-0">
        {fault ? (
          <FieldError id={errorId}>{problemText(fault)}</FieldError>
        ) : (
          <Badge tone={customerId ? 'success' : 'neutral'}>{t(customerId ? 'ready' : 'notLookedUp')}</Badge>
        )}
      </Cell>
      <Cell className="max-sm:col-start-3 max-sm:row-start-1 max-sm:px-1">
        {repairable ? (
          <IconButton
            label={t('remove', { line: line.line })}
            icon={<Trash2 aria-hidden="true" className="size-4" />}
            onClick={onRemove}
          />
        ) : null}
      </Cell>
    </TableRow>
  )
}
