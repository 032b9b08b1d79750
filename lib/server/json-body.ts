import 'server-only'
import type { Code } from '@/lib/contract/code'
import { Refusal } from '@/lib/platform/refusal'

/** Largest body that is read, in bytes. */
export const maxBodyBytes = 256 * 1024

/**
 * Reads a JSON body.
 * @param invalid the code by which this call names bad input
 * @throws Refusal 415 for another media type, 413 beyond `maxBodyBytes` (without reading on), 422 for malformed UTF-8 or JSON
 */
export async function readJsonBody(request: Request, invalid: Code): Promise<unknown> {
  const mediaType = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (mediaType !== 'application/json') {
    throw new Refusal('GLOBAL_1002', { status: 415, problems: [{ path: [], code: 'notJson' }] })
  }
  const bytes = await readBytes(request)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (cause) {
    throw new Refusal(invalid, { problems: [{ path: [], code: 'malformedJson' }], cause })
  }
}

/**
 * A body that is too large is read on to this many bytes, and thrown away: an answer that comes before the body is sent is lost on many
 * clients. Whoever sends still more is cut off.
 */
const toleratedBytes = 4 * maxBodyBytes

async function readBytes(request: Request): Promise<Uint8Array> {
  const tooLarge = () =>
    new Refusal('GLOBAL_1002', {
      status: 413,
      problems: [{ path: [], code: 'bodyTooLarge', params: { max: maxBodyBytes } }],
    })
  if (Number(request.headers.get('content-length') ?? 0) > toleratedBytes) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    // The announced length may be missing or a lie.
    if (size > toleratedBytes) throw tooLarge()
    if (size <= maxBodyBytes) chunks.push(chunk)
  }
  if (size > maxBodyBytes) throw tooLarge()
  return Buffer.concat(chunks)
}
