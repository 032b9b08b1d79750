import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './testing/sandbox-client'
import { type SandboxUnderTest, startSandboxUnderTest } from './testing/sandbox-under-test'

let sandbox: SandboxUnderTest
type User = Awaited<ReturnType<SandboxUnderTest['client']['as']>>
let liberty: User
let wholesale: User
let summit: User

beforeAll(async () => {
  sandbox = await startSandboxUnderTest()
  const { as } = sandbox.client
  ;[liberty, wholesale, summit] = await Promise.all([as('liberty'), as('wholesale'), as('summit')])
})
afterAll(async () => {
  expect(sandbox.errors).toEqual([])
  await sandbox.remove()
})

const minimal = { status: 'ACTIVE', currency: 'EUR' }
const uuid = expect.stringMatching(/^[0-9a-f-]{36}$/)
const countOf = async (user: User) =>
  (await user.call('GET', `${user.own}/child-customers`)).body.pageable.totalElements as number

/** Every element of the page's tables. */
const everything = {
  status: 'SUSPEND',
  type: 'BUSINESS',
  name: 'Ünïcode & Söhne „Ω“ 株式会社 <b>',
  currency: 'JPY',
  allowOfferDelegation: true,
  isAllowedImeiLock: true,
  vatRegistrationNumber: 'sa102786534',
  logo: '/images/logo.png',
  mfaConfiguration: 'DISABLED',
  contact: {
    emailAddress: 'shaul.cohen@flolive.example',
    type: 'OWNER',
    role: 'SELFCARE',
    salutation: 'MR',
    firstName: 'Shaul',
    middleName: 'M.',
    lastName: 'Cohen',
    identity: [
      { idType: 'PASSPORT', idNumber: '123456789' },
      { idType: 'DRIVER_LICENSE', idNumber: '987654321' },
    ],
    gender: 'MALE',
    birthdate: '28122000',
    landlinePhoneNumber: '+97236012345',
    mobilePhoneNumber: '972542265160',
    additionalPhoneNumber: '+972542265161',
    picture: '/images/shaul.png',
    remarks: ' two\nlines ',
    isPrimary: true,
  },
  address: [
    {
      type: 'SHIPPING',
      street: 'sixth avenue',
      buildingNumber: '987',
      buildingName: 'Concord',
      buildingFloor: '1',
      zipCode: '123456',
      apartmentNumber: '14',
      entrance: '1',
      city: 'Chicago',
      province: 'Cook',
      state: 'Illinois',
      country: 'USA',
      pobox: '77',
      salutation: 'MS',
      fullName: 'Jack Coban',
      title: 'DR',
      company: 'Company',
      emailAddress: 'jackcoban@company.example',
      isPrimary: true,
    },
  ],
  invoiceConfiguration: {
    deviceCost: 1.25,
    deliveryMethod: 'EDI',
    paymentDueAfterInvoiceIssued: 0,
    paymentDueUnits: 'DAYS',
    vat: 8.5,
    invoiceText: 'é'.repeat(30),
  },
  customFields: [
    { keyName: 'custom-property1', keyValue: 'custom-value' },
    { keyName: '__proto__', keyValue: '' },
  ],
}

describe('create', () => {
  it('keeps every element as it was sent', async () => {
    const id = await liberty.create(everything)
    const [contact, address] = [everything.contact, everything.address[0]]
    expect(await liberty.details(id)).toEqual({
      ...everything,
      customerId: id,
      contact: [{ ...contact, id: uuid }],
      address: [{ ...address, id: uuid }],
      invoiceConfiguration: { ...everything.invoiceConfiguration, chargeByActive: null, activityIndication: null },
      customFields: [
        { keyName: 'custom-property1', keyValue: 'custom-value' },
        { keyName: '__proto__', keyValue: null },
      ],
      campaign: [],
      level: 3,
      isImeiLockEnabled: false,
      companyNumber: null,
      bankNumber: null,
      bankBranchNumber: null,
    })
  })

  it('answers with a request and the id of the new customer under both of its names', async () => {
    const { status, body } = await liberty.call('POST', liberty.own, minimal)
    expect(status).toBe(200)
    expect(body).toEqual({
      errorCode: '',
      errorMessage: '',
      content: [{ requestId: uuid, id: uuid, customerid: uuid }],
      pageable: { page: 0, size: 10, totalPages: 1, totalElements: 1 },
    })
    expect(body.content[0].id).toBe(body.content[0].customerid)
  })

  it('puts the defaults of the page where nothing is given, "" and null as if absent', async () => {
    const bare = { identity: [{ idType: 'ID', idNumber: '1' }], mobilePhoneNumber: '+4917604069000' }
    const address = { pobox: '1', zipCode: '1', city: 'Köln', country: 'Deutschland', fullName: 'A' }
    const empty = { type: '', mfaConfiguration: null, allowOfferDelegation: '', name: '', invoiceConfiguration: null }
    for (const [sent, contact] of [
      [{}, bare],
      [empty, { ...bare, type: '', role: null, isPrimary: '', firstName: '' }],
    ] as const) {
      const details = await liberty.details(await liberty.create({ ...sent, contact, address: [address] }))
      expect(details).toMatchObject({
        type: 'PRIVATE',
        mfaConfiguration: 'MANDATORY',
        allowOfferDelegation: false,
        isAllowedImeiLock: false,
        name: null,
        contact: [{ type: 'MEMBER', role: 'NONE', isPrimary: false, firstName: null }],
        address: [{ type: 'PRIVATE', isPrimary: false, country: 'Deutschland', street: null }],
        invoiceConfiguration: { vat: null, deliveryMethod: null },
        customFields: [],
      })
    }
  })

  it("takes the page's own example: lower case, nationalId, a contact wrapped twice", async () => {
    const contact = {
      identity: [{ idType: 'nationalId', idNumber: '9' }],
      mobilePhoneNumber: '972542265160',
      role: 'none',
    }
    const id = await liberty.create({ type: 'private', currency: 'usd', contact: { contact } })
    expect(await liberty.details(id)).toMatchObject({
      type: 'PRIVATE',
      currency: 'USD',
      contact: [{ identity: [{ idType: 'ID', idNumber: '9' }], role: 'NONE' }],
    })
  })

  it('makes no customer readable, listed or writable before its request has ended', async () => {
    await sandbox.restart({ delayMs: 60_000 })
    const before = await countOf(liberty)
    const { body } = await liberty.call('POST', liberty.own, { ...minimal, name: 'Not yet' })
    const [{ requestId, id }] = body.content
    const path = `/api/v2/customer/${id}`
    expect((await liberty.call('GET', `/api/v2/global/call/${requestId}`)).body.content).toEqual([{ status: 'OPEN' }])
    expect((await liberty.call('GET', path)).body.errorCode).toBe('CUSTOMER_1002')
    expect((await liberty.call('PATCH', path, { name: 'a' })).body.errorCode).toBe('CUSTOMER_1002')
    expect(await countOf(liberty)).toBe(before)
    // What an earlier process left OPEN is resumed, and no later than the delay of this one.
    await sandbox.restart({ delayMs: 0 })
    expect(await liberty.end(requestId)).toBe('SUCCESS')
    expect((await liberty.details(id)).name).toBe('Not yet')
    expect(await countOf(liberty)).toBe(before + 1)
  })

  it('ends FAILURE where a sibling has the name already, whatever the white space around it and its composition', async () => {
    await liberty.create({ name: 'Zoë' })
    const before = await countOf(liberty)
    for (const name of ['Zoë', ' Zoë\t', 'Zoe\u0308']) {
      expect(await liberty.write('POST', liberty.own, { ...minimal, name }), JSON.stringify(name)).toBe('FAILURE')
    }
    expect(await countOf(liberty)).toBe(before)
    // Another case is another name, another parent another family, and no name is no name.
    await liberty.create({ name: 'ZOË' })
    await wholesale.create({ name: 'Zoë' })
    await liberty.create({ name: ' ' })
    await liberty.create({ name: ' ' })
  })

  it('lets one of many at once have the name', async () => {
    const twins = Array.from({ length: 8 }, () => liberty.write('POST', liberty.own, { ...minimal, name: 'Octuplet' }))
    expect((await Promise.all(twins)).toSorted()).toEqual([...Array(7).fill('FAILURE'), 'SUCCESS'])
  })

  it('takes names and texts as long as a body may be', async () => {
    const name = '長い'.repeat(40_000)
    const id = await liberty.create({ name })
    expect((await liberty.details(id)).name).toBe(name)
    expect(await liberty.write('POST', liberty.own, { ...minimal, name })).toBe('FAILURE')
  })

  it('is for the requester itself: any other parent does not exist', async () => {
    for (const id of [wholesale.customerId, summit.customerId, crypto.randomUUID(), 'x']) {
      const answer = await liberty.call('POST', `/api/v2/customer/${id}`, minimal)
      expect([answer.status, answer.body.errorCode]).toEqual([404, 'CUSTOMER_1002'])
    }
  })

  it('is not for a customer of level four, and what level three makes is of level four', async () => {
    expect((await wholesale.details(await wholesale.create())).level).toBe(4)
    const answer = await summit.call('POST', summit.own, minimal)
    expect([answer.status, answer.body.errorCode]).toEqual([403, 'AUTH_1003'])
  })
})

describe('bad input of a create', () => {
  it('is refused with every fault at once, at the paths of the body as sent', async () => {
    const before = await countOf(liberty)
    const answer = await liberty.call('POST', liberty.own, {
      status: 'CLOSED',
      currency: 'XXX',
      campaign: [1],
      contact: { contact: { identity: [], birthdate: '31022000', emailAddress: 'a@b' } },
      address: [{ zipCode: '1', city: 'a', country: 'b', fullName: 'c', street: 'd' }, 7],
      invoiceConfiguration: {
        paymentDueAfterInvoiceIssued: 1,
        vat: '1',
        invoiceText: 'é'.repeat(31),
        chargeByActive: 'SIM',
      },
      customFields: [{ keyName: 'a' }, { keyName: 'a' }],
    })
    expect([answer.status, answer.body.errorCode]).toEqual([400, 'GLOBAL_1002'])
    expect(faultsOf(answer).toSorted()).toEqual(
      [
        ['status', 'notOneOf'],
        ['currency', 'currencyUnknown'],
        ['campaign', 'unknownElement'],
        ['contact.contact.identity', 'identityNeeded'],
        ['contact.contact.birthdate', 'dateNotReal'],
        ['contact.contact.emailAddress', 'emailFormat'],
        ['contact.contact.landlinePhoneNumber', 'phoneNeeded'],
        ['contact.contact.mobilePhoneNumber', 'phoneNeeded'],
        ['address.0.buildingNumber', 'streetOrPoboxNeeded'],
        ['address.1', 'wrongType'],
        ['invoiceConfiguration.paymentDueUnits', 'paymentDueUnitsNeeded'],
        ['invoiceConfiguration.vat', 'wrongType'],
        ['invoiceConfiguration.invoiceText', 'tooManyBytes'],
        ['invoiceConfiguration.chargeByActive', 'unknownElement'],
        ['customFields.1.keyName', 'duplicate'],
      ].toSorted(),
    )
    for (const { message } of answer.body.errors) expect(message).toMatch(/\w/)
    expect(await countOf(liberty)).toBe(before)
  })

  const sendRaw = (body: BodyInit, headers: Record<string, string> = {}) =>
    sandbox.client.send('POST', liberty.own, {
      headers: { authorization: `Bearer ${liberty.token}`, 'content-type': 'application/json', ...headers },
      body,
      // @ts-expect-error -- undici wants it for a body that is a stream; the DOM's types do not know it.
      duplex: 'half',
    })
  const stream = (bytes: number) =>
    new ReadableStream<Uint8Array>({
      start(controller) {
        for (let sent = 0; sent < bytes; sent += 16_384) controller.enqueue(new Uint8Array(16_384).fill(32))
        controller.close()
      },
    })

  it.each([
    ['nothing', '', {}, 400, 'malformedJson'],
    ['half an object', '{"status":', {}, 400, 'malformedJson'],
    ['what is not UTF-8', new Uint8Array([34, 0xff, 34]), {}, 400, 'malformedJson'],
    ['an array', '[]', {}, 400, 'wrongType'],
    ['null', 'null', {}, 400, 'wrongType'],
    ['a NUL character', '{"status":"ACTIVE","currency":"EUR","name":"a\\u0000"}', {}, 400, 'nulCharacter'],
    ['a lone surrogate', '{"status":"ACTIVE","currency":"EUR","name":"\\ud800"}', {}, 400, 'loneSurrogate'],
    ['a lone surrogate in a name', '{"status":"ACTIVE","currency":"EUR","\\udc00":1}', {}, 400, 'loneSurrogate'],
    ['__proto__', '{"status":"ACTIVE","currency":"EUR","__proto__":{"name":"a"}}', {}, 400, 'unknownElement'],
    ['constructor', '{"status":"ACTIVE","currency":"EUR","constructor":1}', {}, 400, 'unknownElement'],
    ['nesting without end', `{"contact":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, {}, 400, 'wrongType'],
    ['another media type', JSON.stringify(minimal), { 'content-type': 'text/plain' }, 415, 'notJson'],
    ['300 KiB', `{"name":"${'a'.repeat(300 * 1024)}"}`, {}, 413, 'bodyTooLarge'],
  ] as const)('is a clear refusal: %s', async (_, body, headers, status, code) => {
    const answer = await sendRaw(body, headers)
    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject({ errorCode: 'GLOBAL_1002', content: '', pageable: '' })
    expect(faultsOf(answer).map(([, found]) => found)).toContain(code)
  })

  it('is a clear refusal: 300 KiB without a length told beforehand', async () => {
    const answer = await sendRaw(stream(300 * 1024))
    expect([answer.status, faultsOf(answer)]).toEqual([413, [['', 'bodyTooLarge']]])
  })

  it('a body of just under 256 KiB is read, in one piece or in many', async () => {
    for (const body of [`${' '.repeat(256 * 1024 - 2)}{}`, stream(256 * 1024)]) {
      expect((await sendRaw(body)).status).toBe(400)
    }
  })
})
