import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSeparatedText, writeSeparatedText } from './separated-text'

const cellsOf = (text: string) => readSeparatedText(text).map(({ cells }) => cells)

describe('a separated text', () => {
  it('that was written is read back as it was, whatever its cells hold', () => {
    const piece = fc.constantFrom('"', ',', ';', '\t', '\r\n', '\n', '\r', ' ', 'a', '€', '\ufeff', '')
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    )
    const records = fc.array(fc.tuple(cell, cell))
    fc.assert(
      fc.property(records, (written) => {
        expect(cellsOf(writeSeparatedText(written))).toEqual(written)
      }),
      { numRuns: 1000 },
    )
  })

  it('never makes the reader fail or lose the place, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a') }), (text) => {
        const lines = readSeparatedText(text).map(({ line }) => line)
        expect(lines).toEqual(lines.toSorted((a, b) => a - b))
        expect(new Set(lines).size).toBe(lines.length)
      }),
      { numRuns: 1000 },
    )
  })

  it.each([
    [
      'tabs, as a spreadsheet copies',
      'Acme, Inc.\t1;2\nB\t3',
      [
        ['Acme, Inc.', '1;2'],
        ['B', '3'],
      ],
    ],
    [
      'semicolons',
      'Acme, Inc.;1,5\r\nB;3',
      [
        ['Acme, Inc.', '1,5'],
        ['B', '3'],
      ],
    ],
    [
      'commas',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a separator that stands in quotes only at first',
      '"a;b",1\nc,2',
      [
        ['a;b', '1'],
        ['c', '2'],
      ],
    ],
  ])('is read with %s', (_, text, cells) => {
    expect(cellsOf(text)).toEqual(cells)
  })

  it('tells on which line each record begins, past blank lines and line breaks in quotes', () => {
    expect(readSeparatedText('\ufeff\n\n"a\r\nb",1\n\nc,2')).toEqual([
      { line: 3, cells: ['a\r\nb', '1'] },
      { line: 6, cells: ['c', '2'] },
    ])
  })

  it('takes a quote that is never closed to its end', () => {
    expect(cellsOf('a,"b\nc,d')).toEqual([['a', 'b\nc,d']])
  })
})
