/** The text of a file, and whether how it is encoded was a guess. */
export type FileText = { text: string; isGuessed: boolean }

/**
 * Reads the bytes of a text file: UTF-16 where a byte order mark says so, else UTF-8. What is neither is taken for Windows-1252, in which a
 * spreadsheet of the western languages writes its ordinary CSV; that is a guess, since every byte means something there.
 * @returns undefined for what is no text: with NUL characters, or not in the encoding that its byte order mark names
 */
export function textOfFile(bytes: Uint8Array): FileText | undefined {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return sure(decoded(bytes, 'utf-16le'))
  if (first === 0xfe && second === 0xff) return sure(decoded(bytes, 'utf-16be'))
  if (bytes.includes(0)) return undefined
  const text = decoded(bytes, 'utf-8')
  const isMarked = first === 0xef && second === 0xbb && third === 0xbf
  if (text !== undefined || isMarked) return sure(text)
  return { text: new TextDecoder('windows-1252').decode(bytes), isGuessed: true }
}

function sure(text: string | undefined): FileText | undefined {
  return text === undefined ? undefined : { text, isGuessed: false }
}

/** Undefined where the bytes are not in this encoding. */
function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
