import type { Context } from 'hono'
import type { Code } from '@/lib/contract/code'
import type { ProblemCode } from '@/lib/contract/problem'
import { Refused } from './answer'

/** Largest body that is read, in bytes. */
export const maxBodyBytes = 256 * 1024

/**
 * Reads the body of a call.
 * @param onMalformed the code with which the call answers bad input
 * @throws Refused 415 when it is not sent as JSON, 413 when it is too large, 400 when it is not JSON
 */
export async function readJson(c: Context, onMalformed: Code): Promise<unknown> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    throw new Refused('GLOBAL_1002', [{ path: [], code: 'notJson' }], 415)
  }
  const bytes = await readBytes(c)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw new Refused(onMalformed, [{ path: [], code: 'malformedJson' satisfies ProblemCode }])
  }
}

const kept = new WeakMap<Request, Promise<Uint8Array>>()

/** The bytes of the body. A body can be read from the wire once only, and the faults door wants to see it too. */
export function readBytes(c: Context): Promise<Uint8Array> {
  const already = kept.get(c.req.raw)
  if (already) return already
  const bytes = bytesOf(c)
  kept.set(c.req.raw, bytes)
  return bytes
}

async function bytesOf(c: Context): Promise<Uint8Array> {
  const declared = c.req.header('content-length')
  if (declared !== undefined) {
    if (Number(declared) > maxBodyBytes) throw tooLarge()
    return new Uint8Array(await c.req.arrayBuffer())
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of c.req.raw.body ?? []) {
    size += chunk.length
    if (size > maxBodyBytes) throw tooLarge()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(): Refused {
  return new Refused('GLOBAL_1002', [{ path: [], code: 'bodyTooLarge', params: { max: maxBodyBytes } }], 413)
}
