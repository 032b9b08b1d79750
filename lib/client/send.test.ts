import { afterEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { toAck, toNak } from '@/lib/contract/envelope'
import { LostError } from './lost-error'
import { refusalMessageKey } from './refusal-message'
import { send, sendForOne } from './send'

const item = z.object({ id: z.string() })

function answer(body: unknown, status = 200, headers: HeadersInit = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const fetched = vi.fn<typeof fetch>(async () => new Response(text, { status, headers }))
  vi.stubGlobal('fetch', fetched)
  return fetched
}

afterEach(() => vi.unstubAllGlobals())

const read = () => send({ method: 'GET', path: '/api/v2/x', item })
const write = () => send({ method: 'POST', path: '/api/v2/x', body: { a: 1 }, item })

describe('the browser’s door to the API', () => {
  it('gives the parsed content and the paging of an ACK', async () => {
    const page = { page: 1, size: 10, totalPages: 3, totalElements: 21 }
    answer(toAck([{ id: '1', unknown: true }], page))
    expect(await read()).toEqual({ content: [{ id: '1' }], pageable: page })
  })

  it('sends a body as JSON and a read without one', async () => {
    const fetched = answer(toAck([{ id: '1' }]))
    await write()
    expect(fetched.mock.calls[0]?.[1]).toMatchObject({
      body: '{"a":1}',
      headers: { 'content-type': 'application/json' },
    })
    await read()
    expect(fetched.mock.calls[1]?.[1]?.body).toBeUndefined()
  })

  it('throws a refusal with the elements to blame and the reference of the exchange', async () => {
    answer(toNak('GLOBAL_1002', [{ path: ['currency'], code: 'required' }]), 422, { 'x-request-id': 'r-1' })
    await expect(write()).rejects.toMatchObject({
      status: 422,
      errorCode: 'GLOBAL_1002',
      errors: [{ path: ['currency'], code: 'required' }],
      outcome: undefined,
      reference: 'r-1',
    })
  })

  it('keeps that the outcome of a write is unknown', async () => {
    answer({ ...toNak('GLOBAL_1001'), outcome: 'unknown' }, 504)
    await expect(write()).rejects.toMatchObject({ status: 504, outcome: 'unknown' })
  })

  it.each([['<html>'], [{ content: [] }], [toAck([{ id: 1 }])]])('takes %j for no answer to a write', async (body) => {
    answer(body)
    await expect(write()).rejects.toMatchObject({ errorCode: 'GLOBAL_1001', outcome: 'unknown' })
    await expect(read()).rejects.toMatchObject({ errorCode: 'GLOBAL_1001', outcome: undefined })
  })

  it('does not believe an ACK that comes with an error status', async () => {
    answer(toAck([{ id: '1' }]), 500)
    await expect(read()).rejects.toMatchObject({ status: 500 })
  })

  it('refuses an empty content where one element is asked for', async () => {
    answer(toAck([]))
    await expect(sendForOne({ method: 'GET', path: '/api/v2/x', item })).rejects.toMatchObject({ status: 502 })
  })

  it('tells a lost connection from a refusal and lets an abort pass', async () => {
    const failing = vi.fn<typeof fetch>(async () => {
      throw new TypeError('Failed to fetch')
    })
    vi.stubGlobal('fetch', failing)
    await expect(read()).rejects.toBeInstanceOf(LostError)
    const signal = AbortSignal.abort()
    await expect(send({ method: 'GET', path: '/', item, signal })).rejects.toBeInstanceOf(TypeError)
  })
})

describe('the words for a failed call', () => {
  it('are chosen by the code, and general for one that we do not know', async () => {
    answer(toNak('GLOBAL_1004'), 429)
    expect(refusalMessageKey(await read().catch((error) => error))).toBe('codes.GLOBAL_1004')
    answer({ errorCode: 'NEW_1', errorMessage: '', content: '', pageable: '' }, 400)
    expect(refusalMessageKey(await read().catch((error) => error))).toBe('unknown')
    expect(refusalMessageKey(new LostError())).toBe('lost')
    expect(refusalMessageKey(new Error('a bug'))).toBe('unknown')
  })
})
