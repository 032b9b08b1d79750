import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf, until } from './testing/sandbox-client'
import { type SandboxUnderTest, startSandboxUnderTest } from './testing/sandbox-under-test'

let sandbox: SandboxUnderTest
let liberty: Awaited<ReturnType<SandboxUnderTest['client']['as']>>

beforeAll(async () => {
  sandbox = await startSandboxUnderTest()
  liberty = await sandbox.client.as('liberty')
})
afterEach(async () => {
  await sandbox.client.json('DELETE', '/__faults')
  await sandbox.client.json('DELETE', '/__requests')
})
afterAll(async () => {
  expect(sandbox.errors).toEqual([])
  await sandbox.remove()
})

const order = (fault: object) => sandbox.client.json('POST', '/__faults', fault)
const orders = async () => (await sandbox.client.json('GET', '/__faults')).body.content
const received = async () => (await sandbox.client.json('GET', '/__requests')).body.content
const read = () => liberty.call('GET', liberty.own)
const write = (name: string) => liberty.call('POST', liberty.own, { status: 'ACTIVE', currency: 'EUR', name })
const isThere = async (name: string) => {
  const { body } = await liberty.call('GET', `${liberty.own}/child-customers?query=customerName=="${name}"`)
  return body.content.length === 1 ? true : undefined
}

describe('a fault', () => {
  it('strikes the calls that it means, as often as it is told, and is counted', async () => {
    await order({ fault: 'error500', method: 'GET', path: liberty.own, count: 2 })
    expect((await liberty.call('GET', '/api/v2/global/country')).status).toBe(200)
    expect((await liberty.call('PATCH', liberty.own, {})).status).toBe(404)
    const struck = [await read(), await read(), await read()]
    expect(struck.map(({ status }) => status)).toEqual([500, 500, 200])
    expect(struck[0]?.body).toEqual({
      timestamp: expect.any(String),
      status: 500,
      error: 'Internal Server Error',
      path: liberty.own,
    })
    expect(await orders()).toMatchObject([{ fault: 'error500', count: 2, remaining: 0, fired: 2 }])
  })

  it('finds paths by a regular expression', async () => {
    await order({ fault: 'garbage', path: '^/api/v2/customer/[^/]+$' })
    expect((await liberty.call('GET', `${liberty.own}/child-customers`)).status).toBe(200)
    expect(await read()).toEqual({ status: 200, body: '<<< not JSON >>>' })
  })

  it('answers any NAK, known or not, in any status', async () => {
    await order({ fault: 'nak' })
    await order({
      fault: 'nak',
      code: 'CUSTOMER_1003',
      errors: [{ path: ['name'], code: 'nobodyKnows' }],
      httpStatus: 200,
    })
    await order({ fault: 'nak', code: 'GLOBAL_9999' })
    expect([await read(), await read(), await read()]).toEqual([
      {
        status: 503,
        body: {
          errorCode: 'GLOBAL_1001',
          errorMessage: 'Service unavailable. Please try again',
          content: '',
          pageable: '',
        },
      },
      {
        status: 200,
        body: {
          errorCode: 'CUSTOMER_1003',
          errorMessage: 'Failed to update customer details',
          content: '',
          pageable: '',
          errors: [{ path: ['name'], code: 'nobodyKnows', message: '' }],
        },
      },
      { status: 400, body: { errorCode: 'GLOBAL_9999', errorMessage: '', content: '', pageable: '' } },
    ])
  })

  it('delays an answer, and hangs for a time or until the caller leaves', async () => {
    await order({ fault: 'delay', ms: 150 })
    const start = performance.now()
    expect((await read()).status).toBe(200)
    expect(performance.now() - start).toBeGreaterThanOrEqual(140)
    await order({ fault: 'hang', ms: 1 })
    await expect(read()).rejects.toThrow()
    await order({ fault: 'hang' })
    const init = { headers: { authorization: `Bearer ${liberty.token}` }, signal: AbortSignal.timeout(100) }
    await expect(sandbox.client.send('GET', liberty.own, init)).rejects.toThrow(/timeout/i)
    expect((await read()).status).toBe(200)
  })

  it('resets the connection before the write is done', async () => {
    await order({ fault: 'reset', method: 'POST' })
    const error = await write('Never').catch((thrown) => thrown)
    expect(error.cause.code).toBe('ECONNRESET')
    expect(await received()).toMatchObject([{ method: 'POST', path: liberty.own, body: { name: 'Never' } }])
    await liberty.create({ name: 'Later' })
    expect(await isThere('Never')).toBeUndefined()
  })

  it.each(['reset', 'hang', 'garbage', 'error500', 'nak', 'delay'])(
    'loses the answer of a write that is done all the same: %s',
    async (fault) => {
      await order({ fault, method: 'POST', afterAccept: true, ms: 1 })
      // A refused call has nothing to lose: the fault waits.
      expect((await write('\0')).status).toBe(400)
      const answer = await write(`Lost by ${fault}`).catch(() => undefined)
      expect(answer?.status).toBe({ garbage: 200, error500: 500, nak: 503, delay: 200 }[fault])
      await until(() => isThere(`Lost by ${fault}`))
      expect(await orders()).toMatchObject([{ remaining: 0, fired: 1 }])
      expect(await received()).toHaveLength(2)
    },
  )

  it.each(['FAILURE', 'INTERNAL_ERROR'])('ends an accepted request in %s without applying it', async (status) => {
    await order({ fault: 'end', method: 'POST', status })
    const { body } = await write(`Ended in ${status}`)
    expect(body.errorCode).toBe('')
    expect(await liberty.end(body.content[0].requestId)).toBe(status)
    expect((await liberty.call('GET', `/api/v2/customer/${body.content[0].id}`)).body.errorCode).toBe('CUSTOMER_1002')
    expect(await isThere(`Ended in ${status}`)).toBeUndefined()
  })

  it('is refused with all that is wrong with its order', async () => {
    const answer = await order({ fault: 'explode', path: '^(', count: 0, method: 'HEAD', status: 'OPEN', when: 'now' })
    expect(answer.status).toBe(400)
    expect(faultsOf(answer).toSorted()).toEqual([
      ['count', 'tooSmall'],
      ['fault', 'notOneOf'],
      ['method', 'notOneOf'],
      ['path', 'invalid'],
      ['status', 'notOneOf'],
      ['when', 'unknownElement'],
    ])
    expect(faultsOf(await order({ fault: 'delay' }))).toEqual([['ms', 'required']])
    expect(await orders()).toEqual([])
  })
})

describe('the list of received writes', () => {
  it('holds every write with its body and the status of its answer, no read and no password', async () => {
    await read()
    await sandbox.client.as('liberty')
    await write('Told')
    const headers = { authorization: `Bearer ${liberty.token}`, 'content-type': 'application/json' }
    await sandbox.client.send('PATCH', liberty.own, { headers, body: '{' })
    const large = JSON.stringify('a'.repeat(300 * 1024))
    expect((await sandbox.client.send('POST', liberty.own, { headers, body: large })).status).toBe(413)
    const at = expect.stringMatching(/^\d{4}-.*Z$/)
    expect(await received()).toEqual([
      { method: 'POST', path: liberty.own, body: { status: 'ACTIVE', currency: 'EUR', name: 'Told' }, at, status: 200 },
      { method: 'PATCH', path: liberty.own, body: '{', at, status: 404 },
      { method: 'POST', path: liberty.own, body: null, at, status: 413 },
    ])
  })
})
