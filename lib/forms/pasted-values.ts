import { bytesOf } from '@/lib/contract/element'
import type { Problem } from '@/lib/contract/problem'
import {
  maxCellBytes,
  maxImportRows,
  parsePastedCells,
  type ResolvedCustomer,
  type SentValueRow,
} from '@/lib/contract/value-import'
import { readSeparatedText } from './separated-text'

/** A pasted line as it stands in the table, with the fault that it has by itself. */
export type PastedLine = {
  /** Line of the pasted text, from 1. */
  line: number
  customer: string
  value: string
  /** What is wrong with a cell, the customer's before the value's, or with the line as a whole. */
  fault?: LineFault
}

/** A fault and the cell to blame. */
export type LineFault = Pick<Problem, 'code' | 'params'> & { cell: 'customer' | 'value' }

/** A line with everything that is known of it. */
export type CheckedLine = PastedLine & { customerId?: string }

/** Ids that customers, as lines call them, were found to have. */
export type FoundCustomers = ReadonlyMap<string, readonly string[]>

/** Reads a pasted text. Lines beyond the most that an import takes are left out, and counted. */
export function readPastedLines(text: string): { lines: PastedLine[]; leftOut: number } {
  const records = readSeparatedText(text)
  const lines = records.slice(0, maxImportRows).map(({ line, cells }): PastedLine => {
    const [customer = '', value = '', ...rest] = cells
    const pasted = pastedLine({ line, customer: customer.trim(), value })
    // A spreadsheet adds empty cells at the end.
    const isTwoColumns = cells.length >= 2 && rest.every((cell) => cell.trim() === '')
    return isTwoColumns || hasBadCustomer(pasted)
      ? pasted
      : { ...pasted, fault: { cell: 'value', code: 'notTwoColumns' } }
  })
  return { lines, leftOut: records.length - lines.length }
}

/** A line of two cells, checked with the schema that the server checks them with. */
export function pastedLine({ line, customer, value }: Omit<PastedLine, 'fault'>): PastedLine {
  const read = parsePastedCells({ customer, value })
  if (read.ok) return { line, customer, value }
  const ofCustomer = read.problems.find(({ path: [cell] }) => cell === 'customer')
  const { code, params } = ofCustomer ?? read.problems[0] ?? { code: 'invalid' }
  return { line, customer, value, fault: { cell: ofCustomer ? 'customer' : 'value', code, ...(params && { params }) } }
}

function hasBadCustomer({ fault }: PastedLine): boolean {
  return fault?.cell === 'customer'
}

/** What lines call their customers, as far as it can be asked for and nobody has: one that cannot be would have the whole question refused. */
export function customersToLookUp(lines: readonly PastedLine[], found: FoundCustomers): string[] {
  const asked = lines.filter((line) => !hasBadCustomer(line) && !found.has(nameOf(line)))
  return [...new Set(asked.map(nameOf))]
}

/** The customer as it is looked up. In the line it stands as it is typed, or no space could be typed at its end. */
function nameOf({ customer }: PastedLine): string {
  return customer.trim()
}

/**
 * Adds what only all lines together and the platform tell: which sub-customer each means. Of two lines about one sub-customer the later is to
 * blame. A customer that has not been looked up yet has no fault and no id.
 */
export function checkLines(lines: readonly PastedLine[], found: FoundCustomers): CheckedLine[] {
  const seen = new Set<string>()
  return lines.map((line): CheckedLine => {
    if (line.fault?.code === 'notTwoColumns' || hasBadCustomer(line)) return line
    const fault = (code: LineFault['code']): CheckedLine => ({ ...line, fault: { cell: 'customer', code } })
    const ids = found.get(nameOf(line))
    if (!ids) return line
    const [customerId] = ids
    if (customerId === undefined) return fault('unknownCustomer')
    if (ids.length > 1) return fault('ambiguousName')
    if (seen.has(customerId)) return fault('duplicate')
    seen.add(customerId)
    return { ...line, customerId }
  })
}

/** Notes what a look-up has found. */
export function withFound(found: FoundCustomers, answers: readonly ResolvedCustomer[]): FoundCustomers {
  return new Map([...found, ...answers.map(({ customer, customerIds }) => [customer, customerIds] as const)])
}

/** A line on the wire. One with a fault travels too, so that the result holds every line; it is never sent on. */
export function toSentRow({ line, customer, value, customerId, fault }: CheckedLine): SentValueRow {
  const code = fault?.code ?? (customerId ? undefined : 'unknownCustomer')
  const text = (cell: string) => (code ? carried(cell) : cell)
  return {
    line,
    customer: text(customer),
    value: text(value),
    ...(customerId && { customerId }),
    ...(code && { fault: code }),
  }
}

/** Characters that are left of a cell that is too long. */
const shortenedTo = 1000

/** A cell as JSON, a database and a call of limited size carry it. */
function carried(cell: string): string {
  const short = bytesOf(cell) > maxCellBytes ? `${cell.slice(0, shortenedTo)}…` : cell
  return short.replaceAll('\0', '\ufffd').replace(/\p{Surrogate}/gu, '\ufffd')
}
