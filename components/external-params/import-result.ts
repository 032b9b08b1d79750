import type { ValueImportRow } from '@/lib/client/value-import'
import { writeSeparatedText } from '@/lib/forms/separated-text'

type Words = {
  columns: readonly string[]
  state: (row: ValueImportRow) => string
  reason: (row: ValueImportRow) => string
}

/** The result as a file for a spreadsheet: one line per row, in the order in which they were pasted. */
export function resultText(rows: readonly ValueImportRow[], { columns, state, reason }: Words): string {
  const records = rows.map((row) => [
    String(row.line),
    row.customer,
    row.customerId ?? '',
    row.value,
    state(row),
    row.requestId ?? '',
    reason(row),
  ])
  // The mark tells a spreadsheet that the file is UTF-8.
  return `\ufeff${writeSeparatedText([columns, ...records])}`
}
