import type { Problem } from '@/lib/contract/problem'

/** An answer, whether it wears the envelope or not. */
export type Answer = {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into what came, whatever it is.
  body: any
}

/** Speaks HTTP to a sandbox as a customer would. */
export type SandboxClient = ReturnType<typeof client>

/** @param url where the sandbox listens at the time of a call */
export function client(url: () => string) {
  const send = async (method: string, path: string, init: RequestInit = {}): Promise<Answer> => {
    const response = await fetch(`${url()}${path}`, { method, ...init })
    const text = await response.text()
    try {
      return { status: response.status, body: JSON.parse(text) }
    } catch {
      return { status: response.status, body: text }
    }
  }
  const json = (method: string, path: string, body?: unknown, token?: string): Promise<Answer> =>
    send(method, path, {
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  /** Signs a Public API user of the demo data in. */
  const as = async (user: string) => {
    const { body } = await json('POST', '/api/v2/auth/token', {
      username: `api@${user}.example`,
      password: 'Sandbox-api-1',
    })
    const { token, customerId } = body.content[0]
    const own = `/api/v2/customer/${customerId}`
    const call = (method: string, path: string, sent?: unknown) => json(method, path, sent, token)
    const details = async (id: string) => (await call('GET', `/api/v2/customer/${id}`)).body.content[0]
    /** Waits for the end of a request. */
    const end = (requestId: string): Promise<string> =>
      until(async () => {
        const { body: answer } = await call('GET', `/api/v2/global/call/${requestId}`)
        const { status } = answer.content[0]
        return status === 'OPEN' ? undefined : status
      })
    /** Sends a write and waits for its end. */
    const write = async (method: string, path: string, sent: unknown): Promise<string> => {
      const { body: answer } = await call(method, path, sent)
      if (answer.errorCode !== '') throw new Error(`refused: ${JSON.stringify(answer)}`)
      return end(answer.content[0].requestId)
    }
    /** Makes a sub-customer and gives its id. */
    const create = async (sent: object = {}): Promise<string> => {
      const { body: answer } = await call('POST', own, { status: 'ACTIVE', currency: 'EUR', ...sent })
      if (answer.errorCode !== '') throw new Error(`refused: ${JSON.stringify(answer)}`)
      const ended = await end(answer.content[0].requestId)
      if (ended !== 'SUCCESS') throw new Error(`ended ${ended}`)
      return answer.content[0].id
    }
    return { token, customerId, own, call, details, end, write, create }
  }
  return { send, json, as }
}

/** The path and code of every fault that a refusal names. */
export function faultsOf({ body }: Answer): [string, string][] {
  return (body.errors ?? []).map(({ path, code }: Problem) => [path.join('.'), code])
}

/** Asks until there is an answer. @throws after `deadlineMs` milliseconds */
export async function until<T>(ask: () => Promise<T | undefined>, deadlineMs = 20_000): Promise<T> {
  const deadline = Date.now() + deadlineMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined) return answer
    if (Date.now() > deadline) throw new Error(`no answer within ${deadlineMs} ms`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
