import { LostError } from './lost-error'

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

export type Exchange = {
  method: Method
  /** Path of the console's own API with its query, e.g. `/api/v2/me`. */
  path: string
  body?: unknown
  headers?: Record<string, string>
  signal?: AbortSignal
}

export type Answer = { status: number; body: unknown; reference?: string }

/**
 * The browser's only `fetch`.
 * @throws LostError when no answer came; an abort is thrown as it is
 */
export async function exchange({ method, path, body, headers, signal }: Exchange): Promise<Answer> {
  try {
    const response = await fetch(path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
      signal,
      // A redirect of an API answer is never ours: following one could hand a write to somebody else.
      redirect: 'error',
      credentials: 'same-origin',
      cache: 'no-store',
    })
    const text = await response.text()
    const reference = response.headers.get('x-request-id') ?? undefined
    return { status: response.status, body: readJson(text), reference }
  } catch (error) {
    if (signal?.aborted) throw error
    throw new LostError('No answer', { cause: error })
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
