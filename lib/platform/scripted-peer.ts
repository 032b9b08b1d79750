import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { toAck } from '@/lib/contract/envelope'

/** For tests: one answer of the peer. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** For tests: an answer with a JSON body. */
export function json(status: number, body: unknown): Answer {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
}

export type ReceivedCall = {
  method: string
  url: string
  headers: IncomingMessage['headers']
  port: number | undefined
}

/**
 * For tests: a platform over real HTTP whose next answers are scripted. Tokens are answered by themselves unless scripted; without a script
 * a read answers one customer and a write its acceptance.
 */
export class ScriptedPeer {
  calls: ReceivedCall[] = []
  answers: Answer[] = []
  tokenAnswers: Answer[] = []
  /** What answers where nothing is scripted, in place of the peer's own answers. */
  otherwise: Answer | undefined
  tokens = 0

  readonly #server = createServer((request, response) => {
    request.resume()
    request.on('end', () => this.#answer(request, response))
  })

  /** Listens on a free port. Returns the origin. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  stop(): void {
    this.#server.closeAllConnections()
    this.#server.close()
  }

  /** Forgets what was received and scripted. */
  reset(): void {
    Object.assign(this, { calls: [], answers: [], tokenAnswers: [], tokens: 0, otherwise: undefined })
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { method = '', url = '', headers } = request
    if (url === '/api/v2/auth/token') {
      const answer = this.tokenAnswers.shift() ?? json(200, toAck([{ token: `t${++this.tokens}`, customerId: 'c0' }]))
      answer(request, response)
      return
    }
    this.calls.push({ method, url, headers, port: request.socket.remotePort })
    const answer = this.answers.shift() ?? this.otherwise ?? json(200, method === 'GET' ? details : accepted())
    answer(request, response)
  }
}

const details = toAck([{ customerId: 'c1' }])

function accepted() {
  const id = randomUUID()
  return toAck([{ requestId: randomUUID(), id, customerid: id }])
}
