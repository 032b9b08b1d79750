import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { toAck, toNak } from '@/lib/contract/envelope'
import { platformFor } from '@/lib/platform/platform'
import { Refusal } from '@/lib/platform/refusal'
import { type Answer, json, ScriptedPeer } from '@/lib/platform/scripted-peer'

const peer = new ScriptedPeer()
let userNumber = 0

beforeAll(async () => {
  process.env.PLATFORM_URL = await peer.start()
  process.env.PLATFORM_TIMEOUT_MS = '400'
  process.env.AUTH_SECRET = 'a secret that is long enough for the test'
})

afterAll(() => peer.stop())

beforeEach(() => {
  peer.reset()
  userNumber++
})

/** A fresh API user for each test, so that no token is shared between tests. */
const platform = (signal?: AbortSignal) => platformFor({ username: `user${userNumber}`, password: 'p' }, signal)
const create = () => platform().createCustomer('c0', { status: 'ACTIVE', currency: 'EUR' })
const refusalOf = (call: Promise<unknown>) =>
  call.then(
    () => expect.unreachable('the call was not refused'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(Refusal)
      const { code, status, outcome, problems } = error as Refusal
      return { code, status, outcome, problems }
    },
  )

describe('the token', () => {
  it('is fetched once for many calls at the same time', async () => {
    await Promise.all(Array.from({ length: 10 }, () => platform().customerDetails('c1')))
    expect(peer.tokens).toBe(1)
    expect(new Set(peer.calls.map(({ headers }) => headers.authorization))).toEqual(new Set(['Bearer t1']))
  })

  it('is renewed once on a 401, and the call made again with the new one', async () => {
    peer.answers = [json(401, toNak('AUTH_1001'))]
    await create()
    expect(peer.calls.map(({ headers }) => headers.authorization)).toEqual(['Bearer t1', 'Bearer t2'])
  })

  it('is renewed once for all calls that found it stale', async () => {
    peer.answers = Array.from({ length: 5 }, () => json(401, toNak('AUTH_1001')))
    await Promise.all(Array.from({ length: 5 }, () => platform().customerDetails('c1')))
    expect(peer.tokens).toBe(2)
  })

  it('that is refused when fresh is a fault of the console, never a 401 to the user', async () => {
    peer.answers = [json(401, toNak('AUTH_1001')), json(401, toNak('AUTH_1001'))]
    expect(await refusalOf(create())).toMatchObject({ code: 'GLOBAL_1001', status: 502, outcome: undefined })
  })

  it('that cannot be fetched leaves nothing unknown, and is asked for again by the next call', async () => {
    peer.tokenAnswers = [json(401, toNak('AUTH_1001'))]
    expect(await refusalOf(create())).toMatchObject({ code: 'GLOBAL_1001', status: 502, outcome: undefined })
    await create()
    expect(peer.calls).toHaveLength(1)
  })
})

describe('a read', () => {
  it('is repeated twice after faults that may pass', async () => {
    peer.answers = [json(500, {}), (request) => request.socket.destroy()]
    expect((await platform().customerDetails('c1')).content).toEqual([{ customerId: 'c1' }])
    expect(peer.calls).toHaveLength(3)
  })

  it('is given up after the third fault', async () => {
    peer.answers = Array.from({ length: 4 }, () => json(503, toNak('GLOBAL_1001')))
    expect(await refusalOf(platform().customerDetails('c1'))).toMatchObject({ code: 'GLOBAL_1001', status: 502 })
    expect(peer.calls).toHaveLength(3)
  })

  it('is not repeated after a definite refusal', async () => {
    peer.answers = [json(404, toNak('CUSTOMER_1002'))]
    expect(await refusalOf(platform().customerDetails('c1'))).toMatchObject({ code: 'CUSTOMER_1002', status: 404 })
    expect(peer.calls).toHaveLength(1)
  })

  it('ends when the browser leaves', async () => {
    const leaving = new AbortController()
    peer.answers = [() => leaving.abort()]
    await expect(platform(leaving.signal).customerDetails('c1')).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('times out as 504', async () => {
    peer.answers = [() => {}]
    expect(await refusalOf(platform().customerDetails('c1'))).toMatchObject({
      code: 'GLOBAL_1001',
      status: 504,
      outcome: undefined,
    })
  })

  it('keeps an id with slashes and dots inside its segment', async () => {
    await platform().customerDetails('../auth/token?x#y')
    await platform().customerDetails('..')
    expect(peer.calls.map(({ url }) => url)).toEqual([
      '/api/v2/customer/..%2Fauth%2Ftoken%3Fx%23y',
      '/api/v2/customer/%252E%252E',
    ])
  })

  it('sends the headers of the list and no others', async () => {
    await platform().customerDetails('c1')
    const ours = ['accept', 'authorization']
    const transport = ['host', 'connection']
    const sent = Object.keys(peer.calls[0]?.headers ?? {})
    expect(sent.filter((name) => !transport.includes(name)).sort()).toEqual(ours)
  })
})

describe('a write', () => {
  it.each<[string, Answer, number]>([
    ['a reset', (request) => request.socket.destroy(), 502],
    ['garbage', (_, response) => response.end('<html>'), 502],
    ['a 500 without an envelope', json(500, { timestamp: 1, status: 500 }), 502],
    ['a redirect', (_, response) => response.writeHead(302, { location: '/elsewhere' }).end(), 502],
    ['an ACK without a requestId', json(200, toAck([{}])), 502],
    ['no answer in time', () => {}, 504],
    ['an answer that stops half-way', (_, response) => void response.writeHead(200).write('{"errorCode":'), 504],
  ])('is never repeated and of unknown outcome after %s', async (_, answer, status) => {
    peer.answers = [answer]
    expect(await refusalOf(create())).toMatchObject({ code: 'GLOBAL_1001', status, outcome: 'unknown' })
    expect(peer.calls).toHaveLength(1)
  })

  it('never goes over a connection that was kept open, which the peer may be closing', async () => {
    await platform().customerDetails('c1')
    await create()
    await create()
    const ports = peer.calls.map(({ port }) => port)
    expect(new Set(ports).size).toBe(3)
    expect(peer.calls.map(({ headers }) => headers.connection)).toEqual(['keep-alive', 'close', 'close'])
  })

  it('that is refused with an envelope is known not to be written', async () => {
    peer.answers = [json(503, toNak('GLOBAL_1001'))]
    expect(await refusalOf(create())).toMatchObject({ code: 'GLOBAL_1001', outcome: undefined })
  })

  it('keeps the elements that the platform blames', async () => {
    const problems = [{ path: ['contact', 'emailAddress'], code: 'emailFormat' as const }]
    peer.answers = [json(400, toNak('GLOBAL_1002', problems))]
    expect(await refusalOf(create())).toMatchObject({ code: 'GLOBAL_1002', status: 422, problems })
  })

  it('that finds no parameter is told from one whose input is bad, by the status where the code is the same', async () => {
    const modify = () => platform().modifyExternalParam('c0', 'p1', { value: 'a' })
    peer.answers = [json(404, toNak('CUSTOMER_1025')), json(400, toNak('CUSTOMER_1025'))]
    expect(await refusalOf(modify())).toMatchObject({ code: 'CUSTOMER_1025', status: 404 })
    expect(await refusalOf(modify())).toMatchObject({ code: 'CUSTOMER_1025', status: 422 })
    peer.answers = Array.from({ length: 3 }, () => json(404, toNak('GLOBAL_1001')))
    expect(await refusalOf(platform().customerDetails('c1'))).toMatchObject({ code: 'GLOBAL_1001', status: 502 })
  })

  it('keeps a code that only the platform knows', async () => {
    peer.answers = [json(200, { errorCode: 'CUSTOMER_4711', errorMessage: 'No such luck', content: '', pageable: '' })]
    expect(await refusalOf(create())).toMatchObject({ code: 'CUSTOMER_4711', status: 422, outcome: undefined })
  })
})

describe('external parameters', () => {
  const own = '/api/v2/customer/c0'

  it.each<[string, string, () => Promise<unknown>]>([
    [
      'POST',
      `${own}/external-params-config/plan`,
      () => platform().createExternalParamDefinitions('c0', 'plan', { externalParamsConfig: [{ name: 'a' }] }),
    ],
    [
      'POST',
      `${own}/external-params-config/d1`,
      () => platform().modifyExternalParamDefinition('c0', 'd1', { isSearchable: true }),
    ],
    ['DELETE', `${own}/external-params-config/d1`, () => platform().deleteExternalParamDefinition('c0', 'd1')],
    [
      'POST',
      `${own}/external-params/customer/c1`,
      () =>
        platform().createExternalParams('c0', 'customer', 'c1', {
          externalParams: [{ extParamConfigId: 'd1', value: 'a' }],
        }),
    ],
    ['PUT', `${own}/external-params/p1`, () => platform().modifyExternalParam('c0', 'p1', { value: 'a' })],
    ['DELETE', `${own}/external-params/p1%2Cp2`, () => platform().deleteExternalParams('c0', ['p1', 'p2'])],
  ])('%s %s is a write: sent once, accepted with a requestId', async (method, url, write) => {
    expect(await write()).toMatchObject({ content: [{ requestId: expect.any(String) }] })
    expect(peer.calls.map((call) => [call.method, call.url])).toEqual([[method, url]])
    peer.answers = [json(500, {})]
    expect(await refusalOf(write())).toMatchObject({ status: 502, outcome: 'unknown' })
    expect(peer.calls).toHaveLength(2)
  })

  it('are read with what the sandbox adds, and without', async () => {
    const theirs = { id: 'd1', name: 'a', entityType: 'plan' }
    const ours = {
      ...theirs,
      displayName: null,
      Description: null,
      isSearchable: true,
      valueCount: 2,
      activeValueCount: 1,
    }
    peer.answers = [json(200, toAck([theirs, { ...ours, deletedAt: null }]))]
    expect((await platform().externalParamDefinitions('c0')).content).toEqual([theirs, ours])
    const value = { id: 'p1', extParamConfigId: 'd1', name: 'a' }
    peer.answers = [json(200, toAck([value, { ...value, displayName: 'A', value: '1', isActive: false }]))]
    expect((await platform().externalParams('c0', 'plan', 'e/1')).content).toMatchObject([value, { isActive: false }])
    expect(peer.calls.at(-1)?.url).toBe(`${own}/external-params/plan/e%2F1`)
  })

  it('have subscribers and plans to be kept on, a page at a time', async () => {
    const pageable = { page: 1, size: 2, totalPages: 2, totalElements: 3 }
    peer.answers = [
      json(200, toAck([{ subscriberId: 's1', iccid: '89', imei: null }], pageable)),
      json(200, toAck([{ planId: 'p1', planName: 'A' }], pageable)),
    ]
    const query = { page: 1, size: 2 }
    const sims = await platform().subscribers('c1', { ...query, query: 'iccid==89*' })
    expect(sims).toMatchObject({ content: [{ subscriberId: 's1', iccid: '89', imei: null }], pageable })
    expect(await platform().plans('c0', query)).toMatchObject({ content: [{ planId: 'p1', planName: 'A' }], pageable })
    expect(peer.calls.map(({ url }) => url)).toEqual([
      '/api/v2/customer/c1/subscriber?page=1&size=2&query=iccid%3D%3D89*',
      `${own}/plan?page=1&size=2`,
    ])
  })
})

it('a platform that is not there has certainly received nothing', async () => {
  const { PLATFORM_URL } = process.env
  const spare = createServer()
  await new Promise<void>((resolve) => spare.listen(0, '127.0.0.1', resolve))
  const { port } = spare.address() as AddressInfo
  await new Promise((resolve) => spare.close(resolve))
  const { env } = await import('@/lib/env')
  env().PLATFORM_URL = `http://127.0.0.1:${port}`
  try {
    expect(await refusalOf(create())).toMatchObject({ code: 'GLOBAL_1001', status: 502, outcome: undefined })
  } finally {
    env().PLATFORM_URL = PLATFORM_URL ?? ''
  }
})
