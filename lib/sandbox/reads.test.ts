import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { customerDetails } from '@/lib/contract/customer-details'
import { faultsOf, until } from './testing/sandbox-client'
import { type SandboxUnderTest, startSandboxUnderTest } from './testing/sandbox-under-test'

let sandbox: SandboxUnderTest
type User = Awaited<ReturnType<SandboxUnderTest['client']['as']>>
let liberty: User
let wholesale: User
let concord: User
let summit: User

beforeAll(async () => {
  sandbox = await startSandboxUnderTest()
  const { as } = sandbox.client
  ;[liberty, wholesale, concord, summit] = await Promise.all([
    as('liberty'),
    as('wholesale'),
    as('concord'),
    as('summit'),
  ])
})
afterAll(() => sandbox.remove())

const list = (user: User, search: Record<string, string> = {}) =>
  user.call('GET', `${user.own}/child-customers?${new URLSearchParams(search)}`)
const namesOf = async (search: Record<string, string>): Promise<string[]> => {
  const { body } = await list(liberty, search)
  return body.content.map(({ customerName }: { customerName: string }) => customerName)
}
const byName = async (user: User, name: string): Promise<string> =>
  (await list(user, { query: `customerName=="${name.replace(/["\\]/g, '\\$&')}"` })).body.content[0].customerId

describe('token', () => {
  const ask = (body: unknown) => sandbox.client.json('POST', '/api/v2/auth/token', body)

  it('is given for the right password and tells the customer', async () => {
    const answer = await ask({ username: ' API@liberty.example ', password: 'Sandbox-api-1' })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({
      errorCode: '',
      errorMessage: '',
      content: [{ token: expect.stringMatching(/^[\w.-]+$/), customerId: liberty.customerId }],
      pageable: { page: 0, size: 10, totalPages: 1, totalElements: 1 },
    })
  })

  it('is refused alike for a wrong password and an unknown user', async () => {
    const wrong = await ask({ username: 'api@liberty.example', password: 'sandbox-api-1' })
    const unknown = await ask({ username: 'nobody@liberty.example', password: 'Sandbox-api-1' })
    expect(wrong).toEqual({
      status: 401,
      body: { errorCode: 'AUTH_1001', errorMessage: 'Authentication required', content: '', pageable: '' },
    })
    expect(unknown).toEqual(wrong)
  })

  it('names every fault of its body', async () => {
    const answer = await ask({ username: ' ', extra: 1 })
    expect(answer.status).toBe(400)
    expect(faultsOf(answer).sort()).toEqual([
      ['extra', 'unknownElement'],
      ['password', 'required'],
      ['username', 'required'],
    ])
  })

  it.each([
    ['none', undefined],
    ['another scheme', 'Basic YXBpOmFwaQ=='],
    ['garbage', 'Bearer garbage'],
    ['a foreign signature', () => `Bearer ${liberty.token.split('.')[0]}.${wholesale.token.split('.')[1]}`],
    ['a tampered payload', () => `Bearer ${wholesale.token.split('.')[0]}.${liberty.token.split('.')[1]}`],
  ])('is demanded by every call: %s is refused', async (_, header) => {
    const authorization = typeof header === 'function' ? header() : header
    const answer = await sandbox.client.send('GET', liberty.own, { headers: authorization ? { authorization } : {} })
    expect(answer.status).toBe(401)
    expect(answer.body.errorCode).toBe('AUTH_1001')
  })
})

describe('eligibility to read', () => {
  it('gives the requester itself and its direct sub-customers', async () => {
    const subCustomer = await byName(liberty, 'Nordlicht Spedition GmbH')
    expect((await liberty.call('GET', liberty.own)).body.content[0].name).toBe('Liberty Telecom')
    expect((await liberty.call('GET', `/api/v2/customer/${subCustomer}`)).body.content[0].customerId).toBe(subCustomer)
    expect((await liberty.call('GET', `/api/v2/customer/${subCustomer.toUpperCase()}`)).status).toBe(200)
  })

  it('answers every other customer as one that does not exist', async () => {
    const grandchild = await byName(wholesale, 'Wholesale Fleet East')
    const foreign = await byName(concord, 'Ximena Muñoz')
    const ids = [grandchild, foreign, concord.customerId, crypto.randomUUID(), 'x', '%27', "' or 1=1 --"]
    for (const id of ids) {
      const answer = await liberty.call('GET', `/api/v2/customer/${encodeURIComponent(id)}`)
      expect(answer, id).toEqual({
        status: 404,
        body: { errorCode: 'CUSTOMER_1002', errorMessage: 'Customer does not exist', content: '', pageable: '' },
      })
    }
  })

  it("lists nobody's children but the requester's own", async () => {
    for (const id of [wholesale.customerId, concord.customerId, 'x']) {
      expect((await liberty.call('GET', `/api/v2/customer/${id}/child-customers`)).body.errorCode).toBe('CUSTOMER_1002')
    }
    expect((await list(summit)).body).toMatchObject({ content: [], pageable: { totalPages: 0, totalElements: 0 } })
  })
})

describe('details', () => {
  it('carry every element, null where it is not set, and are read by the contract without loss', async () => {
    const { body } = await liberty.call('GET', liberty.own)
    const [details] = body.content
    const parsed = customerDetails.parse(details)
    const withoutNull = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (_, child) => (child === null ? undefined : child)))
    expect(withoutNull(parsed)).toEqual(withoutNull(details))
    expect(details).toMatchObject({ level: 2, mfaConfiguration: 'DISABLED', status: 'ACTIVE', companyNumber: null })
    expect(details.contact[0]).toHaveProperty('middleName')
  })
})

describe('the list of sub-customers', () => {
  it('is paged, each on one page and one only', async () => {
    const pages = await Promise.all([0, 1, 2, 3].map((page) => list(liberty, { page: `${page}`, size: '13' })))
    expect(pages.map(({ body }) => body.content.length)).toEqual([13, 13, 13, 1])
    expect(pages[3]?.body.pageable).toEqual({ page: 3, size: 13, totalPages: 4, totalElements: 40 })
    const ids = pages.flatMap(({ body }) => body.content.map(({ customerId }: { customerId: string }) => customerId))
    expect(new Set(ids).size).toBe(40)
    expect((await list(liberty, { page: '999999999', size: '100' })).body.content).toEqual([])
  })

  it('holds ten of a page when not told otherwise, id and name only', async () => {
    const { body } = await list(liberty)
    expect(body.pageable).toEqual({ page: 0, size: 10, totalPages: 4, totalElements: 40 })
    expect(Object.keys(body.content[0])).toEqual(['customerId', 'customerName'])
  })

  it('is sorted by name without regard to case and accents, up and down, and by id', async () => {
    const all = await namesOf({ size: '100' })
    expect(all.slice(0, 3)).toEqual([
      'Ångström Elbilsladdning AB',
      'Araújo Irrigação Inteligente',
      "Bureau d'études Œuvrard",
    ])
    expect(await namesOf({ size: '100', sort: 'name,desc' })).toEqual(all.toReversed())
    const { body } = await list(liberty, { size: '100', sort: 'customerId,asc' })
    const ids = body.content.map(({ customerId }: { customerId: string }) => customerId)
    expect(ids).toEqual(ids.toSorted())
  })

  it.each([
    ['customerName==*tele*', ['O\'Neill & Sons "Fleet" <Telematics>']],
    ['customerName=="*FLEET\\"*"', ['O\'Neill & Sons "Fleet" <Telematics>']],
    ['customerName==*ЗВ*', ["Дніпро Агро Зв'язок"]],
    ['customerName==*ναυτιλιακή*', ['Ψαράς Ναυτιλιακή ΑΕ']],
    ['customerName==*ΜΕΤΡΗΤΈΣ*', ['Οικονόμου Μετρητές']],
    ["customerName=='*מעלית בע\"מ'", ['כהן מערכות מעלית בע"מ']],
    ['customerName==*みどり*', ['株式会社みどり通信']],
    ['customerName=="siân hughes"', ['Siân Hughes']],
    ['customerName=="si*n*hughes"', ['Siân Hughes']],
    ['customerName==Lib*', ['Liberty Wholesale']],
    ['customerName==%', []],
    ['customerName=="*_*"', []],
    ['customerName==*gmbh;customerName!=*x*', ['Nordlicht Spedition GmbH']],
    ['customerName==*gmbh,customerName==*kg', ['Großmann Prüftechnik KG', 'Nordlicht Spedition GmbH']],
    ['(customerName==*gmbh,customerName==*kg);customerName==n*', ['Nordlicht Spedition GmbH']],
    ['customerName=in=("liberty wholesale",*AB)', ['Ångström Elbilsladdning AB', 'Liberty Wholesale']],
  ])('is searched by %s', async (query, names) => {
    expect(await namesOf({ query })).toEqual(names)
  })

  it('is searched by id, whole and in part, and what is excluded is gone', async () => {
    const id = await byName(liberty, 'Siân Hughes')
    expect(await namesOf({ query: `customerId==${id}` })).toEqual(['Siân Hughes'])
    expect(await namesOf({ query: `customerId==${id.slice(0, 13).toUpperCase()}*` })).toEqual(['Siân Hughes'])
    const others = await namesOf({ query: `customerId=out=(${id},${liberty.customerId})`, size: '100' })
    expect(others).toHaveLength(39)
    expect(others).not.toContain('Siân Hughes')
    expect(await namesOf({ query: `customerId!=${id}`, size: '100' })).toEqual(others)
  })

  it.each(
    [
      'customerName',
      'customerName=*lib*',
      'customerName==',
      'customerName==a b',
      'customerName=="a',
      'customerName=in=a',
      'customerName=gt=a',
      'name==a',
      'toString==a',
      '(customerName==a',
      'customerName==a)',
      'customerName==a;',
      ',customerName==a',
      `${'('.repeat(1000)}customerName==a${')'.repeat(1000)}`,
      Array.from({ length: 200 }, () => 'customerName==a').join(','),
    ].map((query) => [query.slice(0, 40), query]),
  )('refuses %s as no expression', async (_, query = '') => {
    const answer = await list(liberty, { query })
    expect(answer.status).toBe(400)
    expect(answer.body.errorCode).toBe('GLOBAL_1002')
    expect(faultsOf(answer)).toEqual([['query', 'queryFormat']])
  })

  it('names every fault of its query string at once', async () => {
    const answer = await list(liberty, { page: '-1', size: '101', sort: 'age', query: '(', colour: 'red' })
    expect(answer.status).toBe(400)
    expect(faultsOf(answer).sort()).toEqual([
      ['colour', 'unknownElement'],
      ['page', 'wrongType'],
      ['query', 'queryFormat'],
      ['size', 'tooLarge'],
      ['sort', 'invalid'],
    ])
    const twice = await liberty.call('GET', `${liberty.own}/child-customers?page=1&page=2&size=0`)
    expect(faultsOf(twice)).toEqual([
      ['page', 'wrongType'],
      ['size', 'tooSmall'],
    ])
  })
})

describe('status of a request', () => {
  it('is told to the requester and to nobody else', async () => {
    const { body } = await liberty.call('POST', liberty.own, { status: 'ACTIVE', currency: 'USD', name: 'Asked about' })
    const { requestId } = body.content[0]
    expect(await liberty.end(requestId)).toBe('SUCCESS')
    for (const [user, id] of [
      [concord, requestId],
      [wholesale, requestId],
      [liberty, crypto.randomUUID()],
      [liberty, 'x'],
    ] as const) {
      expect(await user.call('GET', `/api/v2/global/call/${id}`)).toEqual({
        status: 404,
        body: {
          errorCode: 'GLOBAL_1003',
          errorMessage: 'Provided request ID does not exist for your account',
          content: '',
          pageable: '',
        },
      })
    }
  })
})

describe('countries', () => {
  it('are all 249 of ISO 3166-1, with both codes and an English name, on one page', async () => {
    const { body } = await liberty.call('GET', '/api/v2/global/country')
    expect(body.pageable).toEqual({ page: 0, size: 249, totalPages: 1, totalElements: 249 })
    for (const element of ['code', 'alpha2', 'name']) {
      expect(new Set(body.content.map((country: Record<string, string>) => country[element])).size).toBe(249)
    }
    expect(body.content).toContainEqual({ code: 'ALA', alpha2: 'AX', name: 'Åland Islands' })
    const known = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
    for (const { code, alpha2 } of body.content) {
      expect(code).toMatch(/^[A-Z]{3}$/)
      expect(known.of(alpha2), alpha2).toBeTruthy()
    }
  })
})

describe('external parameters', () => {
  const valuesOf = (user: User, entity: string, id: string) =>
    user.call('GET', `${user.own}/external-params/${entity}/${id}`)

  it("are the requester's own definitions, five per entity at most", async () => {
    const { body } = await liberty.call('GET', `${liberty.own}/external-params-config`)
    expect(body.content).toContainEqual({
      id: expect.any(String),
      entityType: 'customer',
      name: 'crmAccountId',
      displayName: 'CRM account',
      Description: null,
      isSearchable: true,
      valueCount: expect.any(Number),
      activeValueCount: expect.any(Number),
    })
    const ofEntity = (entity: string) =>
      body.content.filter(({ entityType }: { entityType: string }) => entityType === entity).length
    for (const entity of ['customer', 'subscriber', 'plan']) expect(ofEntity(entity)).toBeLessThanOrEqual(5)
    const foreign = await liberty.call('GET', `/api/v2/customer/${concord.customerId}/external-params-config`)
    expect(foreign.body.errorCode).toBe('CUSTOMER_1002')
  })

  it('have values on most sub-customers and on subscribers of its own', async () => {
    const nordlicht = await byName(liberty, 'Nordlicht Spedition GmbH')
    const { body } = await valuesOf(liberty, 'customer', nordlicht)
    expect(body.content.length).toBeGreaterThan(0)
    expect(body.content[0]).toEqual({
      id: expect.any(String),
      extParamConfigId: expect.any(String),
      name: expect.any(String),
      displayName: expect.any(String),
      value: expect.any(String),
      isActive: true,
    })
    const sims = await liberty.call('GET', `${liberty.own}/subscriber`)
    const values = await valuesOf(liberty, 'subscriber', sims.body.content[0].subscriberId)
    expect(values.status).toBe(200)
  })

  it('are not told of entities that are not its own', async () => {
    const grandchild = await byName(wholesale, 'Wholesale Fleet East')
    const refused = [
      await valuesOf(liberty, 'customer', grandchild),
      await valuesOf(liberty, 'customer', liberty.customerId),
      await valuesOf(liberty, 'customer', 'x'),
      await valuesOf(liberty, 'plan', crypto.randomUUID()),
      await liberty.call('GET', `${concord.own}/external-params/customer/${grandchild}`),
    ]
    expect(refused.map(({ body }) => body.errorCode)).toEqual(Array(5).fill('CUSTOMER_1002'))
    const noEntity = await valuesOf(liberty, 'toString', grandchild)
    expect([noEntity.status, faultsOf(noEntity)]).toEqual([400, [['entity', 'notOneOf']]])
  })

  it('are changed by the PUT, once the request has ended', async () => {
    const nordlicht = await byName(liberty, 'Nordlicht Spedition GmbH')
    const [value] = (await valuesOf(liberty, 'customer', nordlicht)).body.content
    const path = `${liberty.own}/external-params/${value.id}`
    expect(await liberty.write('PUT', path, { value: ' Ключ 1 ' })).toBe('SUCCESS')
    const after = (await valuesOf(liberty, 'customer', nordlicht)).body.content
    expect(after[0]).toEqual({ ...value, value: ' Ключ 1 ' })
    for (const body of [
      {},
      { value: '' },
      { value: ' ' },
      { value: null },
      { value: 1 },
      { value: 'a', id: 'b' },
      [],
    ]) {
      const answer = await liberty.call('PUT', path, body)
      expect([answer.status, answer.body.errorCode], JSON.stringify(body)).toEqual([400, 'CUSTOMER_1025'])
      expect(answer.body.errors.length).toBeGreaterThan(0)
    }
  })

  it('of others cannot be changed, nor told from such as do not exist', async () => {
    const [own] = (await valuesOf(wholesale, 'customer', await byName(wholesale, 'Wholesale Fleet East'))).body.content
    for (const id of [own?.id ?? 'none', crypto.randomUUID(), 'x']) {
      const answer = await liberty.call('PUT', `${liberty.own}/external-params/${id}`, { value: 'a' })
      expect([answer.status, answer.body.errorCode]).toEqual([404, 'CUSTOMER_1025'])
    }
    const foreign = await liberty.call('PUT', `${wholesale.own}/external-params/${own?.id}`, { value: 'a' })
    expect([foreign.status, foreign.body.errorCode]).toEqual([404, 'CUSTOMER_1002'])
  })
})

describe('subscribers', () => {
  it('are paged; one sub-customer has 500', async () => {
    const nordlicht = await byName(liberty, 'Nordlicht Spedition GmbH')
    const { body } = await liberty.call('GET', `/api/v2/customer/${nordlicht}/subscriber?page=4&size=100`)
    expect(body.pageable).toEqual({ page: 4, size: 100, totalPages: 5, totalElements: 500 })
    expect(body.content).toHaveLength(100)
    const refused = await liberty.call('GET', `/api/v2/customer/${nordlicht}/subscriber?size=x&y=1`)
    expect(
      faultsOf(refused)
        .map(([path]) => path)
        .sort(),
    ).toEqual(['size', 'y'])
  })
})

describe('what no call is', () => {
  it.each([
    ['GET', '/', 404, 'Not Found'],
    ['POST', '/api/v2/customer', 404, 'Not Found'],
    ['GET', '/api/v2/customer/a/b/c', 404, 'Not Found'],
    ['DELETE', '/api/v2/global/country', 405, 'Method Not Allowed'],
    ['PUT', '/api/v2/customer/a', 405, 'Method Not Allowed'],
  ])('%s %s is answered without an envelope', async (method, path, status, error) => {
    expect(await sandbox.client.json(method, path)).toEqual({
      status,
      body: { timestamp: expect.stringMatching(/^\d{4}-.*Z$/), status, error, path },
    })
  })
})

describe('a restart', () => {
  it('keeps tokens good, and the faults door is shut unless it is asked for', async () => {
    const { token } = liberty
    await sandbox.restart({ faults: false })
    const own = await sandbox.client.json('GET', liberty.own, undefined, token)
    expect(own.body.content[0].customerId).toBe(liberty.customerId)
    for (const [method, path] of [
      ['POST', '/__faults'],
      ['GET', '/__faults'],
      ['GET', '/__requests'],
    ] as const) {
      expect(await sandbox.client.json(method, path)).toMatchObject({ status: 404, body: { error: 'Not Found' } })
    }
  })

  it('with a shorter lifetime gives tokens that end', async () => {
    await sandbox.restart({ tokenLifetimeMs: 1 })
    const { token, own } = await sandbox.client.as('liberty')
    const refused = await until(async () => {
      const answer = await sandbox.client.json('GET', own, undefined, token)
      return answer.status === 200 ? undefined : answer
    })
    expect([refused.status, refused.body.errorCode]).toEqual([401, 'AUTH_1001'])
    expect(sandbox.errors).toEqual([])
  })
})
