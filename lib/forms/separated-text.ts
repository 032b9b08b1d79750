/** A record of a separated text, with the line on which it begins, counted from 1. */
export type SeparatedRecord = { line: number; cells: string[] }

/** In the order in which they are looked for: what a spreadsheet copies has tabs, and a semicolon stands where the comma is a decimal one. */
const separators = ['\t', ';', ',']

/**
 * Reads a text of records and cells as RFC 4180 has it: a cell in quotes may hold separators, line breaks and doubled quotes. The separator is the
 * first of tab, semicolon and comma that the first record holds outside of quotes; CRLF, LF and CR end a record; blank lines are no records.
 * A quote that is never closed reaches to the end of the text.
 */
export function readSeparatedText(text: string, separator = separatorOf(text)): SeparatedRecord[] {
  const records: SeparatedRecord[] = []
  let line = 1
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  while (at < text.length) {
    const record: SeparatedRecord = { line, cells: [] }
    for (;;) {
      const cell = readCell(text, at, separator)
      record.cells.push(cell.text)
      line += cell.breaks
      at = cell.end
      if (text[at] !== separator) break
      at++
    }
    if (at < text.length) {
      at += text.startsWith('\r\n', at) ? 2 : 1
      line++
    }
    if (record.cells.length > 1 || record.cells[0] !== '') records.push(record)
  }
  return records
}

/** Writes records as RFC 4180 has it, with commas and CRLF. `readSeparatedText` reads them back. */
export function writeSeparatedText(records: readonly (readonly string[])[]): string {
  return records.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')
}

function quoted(cell: string): string {
  return /[",;\t\r\n]/.test(cell) || cell.startsWith('\ufeff') ? `"${cell.replaceAll('"', '""')}"` : cell
}

type Cell = { text: string; end: number; breaks: number }

function readCell(text: string, start: number, separator: string): Cell {
  if (text[start] !== '"') return readBare(text, start, separator)
  let read = ''
  let from = start + 1
  for (;;) {
    const quote = text.indexOf('"', from)
    if (quote === -1)
      return { text: read + text.slice(from), end: text.length, breaks: breaksIn(text, start, text.length) }
    read += text.slice(from, quote)
    if (text[quote + 1] !== '"') {
      // What stands between the closing quote and the separator belongs to the cell, though no writer should put it there.
      const rest = readBare(text, quote + 1, separator)
      return { text: read + rest.text, end: rest.end, breaks: breaksIn(text, start, quote) }
    }
    read += '"'
    from = quote + 2
  }
}

function readBare(text: string, start: number, separator: string): Cell {
  let end = start
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++
  return { text: text.slice(start, end), end, breaks: 0 }
}

function breaksIn(text: string, start: number, end: number): number {
  return text.slice(start, end).match(/\r\n|\n|\r/g)?.length ?? 0
}

function separatorOf(text: string): string {
  const first = text.replace(/"(?:[^"]|"")*"/g, '').match(/[^\r\n]*[\t;,][^\r\n]*/)?.[0] ?? ''
  return separators.find((separator) => first.includes(separator)) ?? ','
}
