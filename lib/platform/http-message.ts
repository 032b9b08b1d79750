import 'server-only'
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { Socket } from 'node:net'

/** One HTTP request. */
export type Message = {
  method: string
  url: URL
  headers: Readonly<Record<string, string>>
  /** JSON text. */
  body: string | undefined
  signal: AbortSignal
}

/** The connection was never made, so the peer has certainly received nothing. */
export class NotDelivered extends Error {}

/** Largest answer that is read, in bytes: a page of 100 full customers takes a tenth of it. */
const maxAnswerBytes = 8 * 1024 * 1024

/**
 * Sends a request and reads the whole answer. Redirects are answers like any other: following one could carry the token to another host.
 *
 * A read may use a connection that was kept open. Anything else gets a connection of its own: a kept one may be closed by the peer in the
 * moment in which it is used, and then nobody could say whether the request arrived.
 * @throws NotDelivered where no connection was made; any other error leaves open whether the request was received
 */
export function sendMessage({
  method,
  url,
  headers,
  body,
  signal,
}: Message): Promise<{ status: number; text: string }> {
  const start = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    const bodyHeaders =
      body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const request = start(url, {
      method,
      headers: { ...headers, ...bodyHeaders },
      signal,
      ...(method === 'GET' ? {} : { agent: false }),
    })
    const connected = watchConnection(request, url.protocol === 'https:')
    request.on('error', (cause) => reject(connected() ? cause : new NotDelivered(cause.message, { cause })))
    request.on('response', (response) => {
      readText(response).then((text) => resolve({ status: response.statusCode ?? 0, text }), reject)
    })
    request.end(body)
  })
}

function watchConnection(request: ClientRequest, secure: boolean): () => boolean {
  let connected = false
  request.on('socket', (socket: Socket) => {
    if (!socket.connecting) connected = true
    else socket.once(secure ? 'secureConnect' : 'connect', () => (connected = true))
  })
  return () => connected
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    // Leaving the loop destroys the connection.
    if (bytes > maxAnswerBytes) throw new Error(`answer is larger than ${maxAnswerBytes} bytes`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
