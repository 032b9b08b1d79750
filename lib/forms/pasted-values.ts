import type { Problem } from '@/lib/contract/problem'
import { maxImportRows, parseValueRow, type ResolvedCustomer, type SentValueRow } from '@/lib/contract/value-import'
import { readSeparatedText } from './separated-text'

/** A pasted line as it stands in the table, with the faults that it has by itself. */
export type PastedLine = {
  /** Line of the pasted text, from 1. */
  line: number
  customer: string
  value: string
  /** What is wrong with the value, or with the line as a whole. */
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
    const pasted = { line, customer: customer.trim(), value }
    // A spreadsheet adds empty cells at the end.
    if (cells.length < 2 || rest.some((cell) => cell.trim() !== '')) {
      return { ...pasted, fault: { cell: 'value', code: 'notTwoColumns' } }
    }
    return withValue(pasted, value)
  })
  return { lines, leftOut: records.length - lines.length }
}

const someCustomerId = '00000000-0000-4000-8000-000000000000'

/** The line with another value, checked with the schema that the server checks it with. */
export function withValue({ line, customer }: PastedLine, value: string): PastedLine {
  const read = parseValueRow({ customerId: someCustomerId, value })
  const problem = read.ok ? undefined : read.problems[0]
  if (!problem) return { line, customer, value }
  return { line, customer, value, fault: { cell: 'value', code: problem.code, params: problem.params } }
}

/**
 * Adds what only all lines together and the platform tell: which sub-customer each means. Of two lines about one sub-customer the later is to
 * blame. A customer that has not been looked up yet has no fault and no id.
 */
export function checkLines(lines: readonly PastedLine[], found: FoundCustomers): CheckedLine[] {
  const seen = new Set<string>()
  return lines.map((line): CheckedLine => {
    if (line.fault?.code === 'notTwoColumns') return line
    const fault = (code: LineFault['code']): CheckedLine => ({ ...line, fault: { cell: 'customer', code } })
    if (line.customer === '') return fault('required')
    const ids = found.get(line.customer)
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
  const text = (cell: string) => (code ? cell.replaceAll('\0', '\ufffd').replace(/\p{Surrogate}/gu, '\ufffd') : cell)
  return {
    line,
    customer: text(customer),
    value: text(value),
    ...(customerId && { customerId }),
    ...(code && { fault: code }),
  }
}
