import { describe, expect, it } from 'vitest'
import { textOfFile } from './file-text'

const bytes = (...values: number[]) => new Uint8Array(values)
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, isLittleEndian: boolean) => {
  const buffer = new DataView(new ArrayBuffer(2 * text.length))
  for (let at = 0; at < text.length; at++) buffer.setUint16(2 * at, text.charCodeAt(at), isLittleEndian)
  return new Uint8Array(buffer.buffer)
}
const text = 'Müller;株式会社 😀\r\n'

describe('the text of a file', () => {
  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${text}`)],
    ['UTF-16, low byte first', utf16(`\ufeff${text}`, true)],
    ['UTF-16, high byte first', utf16(`\ufeff${text}`, false)],
  ])('is read as %s, without the mark', (_, file) => {
    expect(textOfFile(file)).toEqual({ text, isGuessed: false })
  })

  it('that is no UTF-8 is taken for Windows-1252, and said to be a guess', () => {
    expect(textOfFile(bytes(0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x3b, 0xdf))).toEqual({
      text: 'Müller;ß',
      isGuessed: true,
    })
  })

  it('is empty where the file is', () => {
    expect(textOfFile(bytes())).toEqual({ text: '', isGuessed: false })
  })

  it.each([
    ['NUL characters', bytes(0x61, 0x00, 0x62)],
    ['UTF-16 without a byte order mark', utf16(text, true)],
    ['NUL characters after bytes that are no UTF-8', bytes(0xfc, 0x00)],
    ['half a character of UTF-16', bytes(0xff, 0xfe, 0x61)],
    ['a lone surrogate in UTF-16', bytes(0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00)],
    ['the mark of UTF-8 before bytes that are none', bytes(0xef, 0xbb, 0xbf, 0xfc)],
  ])('is not told of %s', (_, file) => {
    expect(textOfFile(file)).toBeUndefined()
  })
})
