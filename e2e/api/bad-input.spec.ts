import { fullBody, minimalBody } from '@/e2e/fixtures/customer-body'
import { SubCustomer } from '@/e2e/fixtures/sub-customer'
import { expect, test } from '@/e2e/fixtures/test'

/** Bad input is a clear 4xx with the elements to blame, never a 5xx, and never reaches the platform. */

type Path = (string | number)[]

const valid = JSON.stringify({ status: 'ACTIVE', currency: 'EUR' })
/** The valid body with more in it, as text: JSON.stringify would not write all that a hostile client does. */
const withMore = (more: string) => valid.replace(/}$/, `,${more}}`)
const nested = (levels: number, open: string, close: string) => `${open.repeat(levels)}${close.repeat(levels)}`
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

const bodies: { what: string; raw: string | Uint8Array; paths: Path[] }[] = [
  { what: 'nothing', raw: '', paths: [[]] },
  { what: 'white space', raw: ' \n', paths: [[]] },
  { what: 'half an object', raw: '{"status":', paths: [[]] },
  { what: 'two objects', raw: `${valid}${valid}`, paths: [[]] },
  { what: 'a trailing comma', raw: '{"status":"ACTIVE","currency":"EUR",}', paths: [[]] },
  { what: 'a comment', raw: `// x\n${valid}`, paths: [[]] },
  { what: 'a form', raw: 'status=ACTIVE&currency=EUR', paths: [[]] },
  { what: 'NaN', raw: '{"status":"ACTIVE","currency":"EUR","name":NaN}', paths: [[]] },
  {
    what: 'UTF-8 that is none',
    raw: bytes('{"status":"ACTIVE","currency":"EUR","name":"', [0xc3, 0x28], '"}'),
    paths: [[]],
  },
  { what: 'a surrogate encoded as UTF-8', raw: bytes('{"name":"', [0xed, 0xa0, 0x80], '"}'), paths: [[]] },
  { what: 'UTF-16', raw: Buffer.from(valid, 'utf16le'), paths: [[]] },
  { what: 'null', raw: 'null', paths: [[]] },
  { what: 'a number', raw: '5', paths: [[]] },
  { what: 'a text', raw: '"ACTIVE"', paths: [[]] },
  { what: 'a list', raw: `[${valid}]`, paths: [[]] },
  { what: 'an empty object', raw: '{}', paths: [['status'], ['currency']] },
  {
    what: 'a wrong type',
    raw: withMore('"name":5,"isAllowedImeiLock":"true"'),
    paths: [['name'], ['isAllowedImeiLock']],
  },
  { what: 'an object for a text', raw: withMore('"name":{"$ne":null}'), paths: [['name']] },
  { what: 'a list for an object', raw: withMore('"contact":[]'), paths: [['contact']] },
  { what: 'an object for a list', raw: withMore('"address":{}'), paths: [['address']] },
  {
    what: 'an infinite number',
    raw: withMore('"invoiceConfiguration":{"vat":1e999}'),
    paths: [['invoiceConfiguration', 'vat']],
  },
  {
    what: 'a negative number',
    raw: withMore('"invoiceConfiguration":{"vat":-1}'),
    paths: [['invoiceConfiguration', 'vat']],
  },
  { what: 'an unknown element', raw: withMore('"campaign":[1],"x":{}'), paths: [['campaign'], ['x']] },
  { what: '__proto__', raw: withMore('"__proto__":{"isAdmin":true}'), paths: [['__proto__']] },
  { what: 'constructor', raw: withMore('"constructor":{"prototype":{"x":1}}'), paths: [['constructor']] },
  {
    what: 'toString',
    raw: withMore('"toString":1,"invoiceConfiguration":{"toString":1}'),
    paths: [['toString'], ['invoiceConfiguration', 'toString']],
  },
  { what: 'NUL in a value', raw: withMore('"name":"a\\u0000b"'), paths: [['name']] },
  { what: 'NUL in a name', raw: withMore('"a\\u0000b":1'), paths: [['a\0b']] },
  { what: 'a lone surrogate in a value', raw: withMore('"name":"\\ud800"'), paths: [['name']] },
  { what: 'a lone surrogate in a name', raw: withMore('"\\udfff":1'), paths: [['\udfff']] },
  { what: '100,000 nested lists', raw: nested(100_000, '[', ']'), paths: [[]] },
  {
    what: '100,000 nested lists in an element',
    raw: withMore(`"name":${nested(100_000, '[', ']')}`),
    paths: [['name']],
  },
  {
    what: '40,000 nested objects in an unknown element',
    raw: withMore(`"x":${nested(40_000, '{"a":', '}').replace(':}', ':1}')}`),
    paths: [['x']],
  },
  {
    what: 'a date that is none',
    raw: withMore(
      '"contact":{"birthdate":"31022000","mobilePhoneNumber":"1234567","identity":[{"idType":"ID","idNumber":"1"}]}',
    ),
    paths: [['contact', 'birthdate']],
  },
  {
    what: 'a blank mandatory text',
    raw: withMore('"customFields":[{"keyName":" "}]'),
    paths: [['customFields', 0, 'keyName']],
  },
  {
    what: '61 bytes of invoiceText',
    raw: withMore(`"invoiceConfiguration":{"invoiceText":"${'é'.repeat(30)}x"}`),
    paths: [['invoiceConfiguration', 'invoiceText']],
  },
]

for (const { what, raw, paths } of bodies) {
  test(`${what} is 422 and blames ${JSON.stringify(paths)}`, async ({ api, sandbox }) => {
    const { customerId } = await api.me()
    const answer = await api.send('POST', `/api/v2/customer/${customerId}`, { raw })
    expect([answer.status, answer.errorCode]).toEqual([422, 'GLOBAL_1002'])
    expect(answer.errors.map(({ path }) => path).sort()).toEqual([...paths].sort())
    for (const { code, message } of answer.errors) {
      expect(code).not.toBe('')
      expect(message).not.toBe('')
    }
    expect(await sandbox.writes()).toEqual([])
  })
}

test('all faults of all parts are told at once', async ({ api, sandbox }) => {
  const { customerId } = await api.me()
  const body = fullBody({ currency: 'XAU', extra: 1 })
  body.contact.mobilePhoneNumber = '+44 7700 900123'
  body.contact.landlinePhoneNumber = '123456'
  Object.assign(body.address[1] ?? {}, { zipCode: '', pobox: '', title: 'SIR' })
  Object.assign(body.invoiceConfiguration, { paymentDueUnits: '', vat: '17.5' })
  body.customFields[1] = { keyName: 'segment', keyValue: 'twice' }
  const answer = await api.post(`/api/v2/customer/${customerId}`, body)
  expect(answer.status).toBe(422)
  expect(answer.errors.map(({ path, code }) => `${path.join('.')} ${code}`).sort()).toEqual([
    'address.1.buildingNumber streetOrPoboxNeeded',
    'address.1.pobox streetOrPoboxNeeded',
    'address.1.street streetOrPoboxNeeded',
    'address.1.title notOneOf',
    'address.1.zipCode required',
    'contact.landlinePhoneNumber phoneFormat',
    'contact.mobilePhoneNumber phoneFormat',
    'currency currencyUnknown',
    'customFields.1.keyName duplicate',
    'extra unknownElement',
    'invoiceConfiguration.paymentDueUnits paymentDueUnitsNeeded',
    'invoiceConfiguration.vat wrongType',
  ])
  expect(await sandbox.writes()).toEqual([])
})

test('500 faults are told at once', async ({ api }) => {
  const { customerId } = await api.me()
  const customFields = Array.from({ length: 500 }, () => ({ keyValue: 'x' }))
  const answer = await api.post(`/api/v2/customer/${customerId}`, minimalBody({ customFields }))
  expect(answer.status).toBe(422)
  expect(answer.errors).toHaveLength(500)
})

test('the console and the sandbox blame the same elements', async ({ api, sandbox }) => {
  const { customerId } = await api.me()
  const path = `/api/v2/customer/${customerId}`
  for (const { what, raw } of bodies) {
    const ours = await api.send('POST', path, { raw })
    const theirs = await sandbox.send('POST', path, undefined, raw)
    expect(theirs.status, what).toBe(400)
    expect((await theirs.json()).errors, what).toEqual(ours.body.errors)
  }
})

test('a patch of any shape is 422 CUSTOMER_1003, and the console and the sandbox blame the same elements', async ({
  api,
  sandbox,
}) => {
  const own = await SubCustomer.create(sandbox)
  const ofOwn = (elements: string) => `{"contact":{"id":"${own.contactId}","role":"NONE",${elements}}}`
  const more = [
    ofOwn('"birthdate":"31022000","isPrimary":""'),
    ofOwn('"__proto__":{"firstName":"x"},"identity":[]'),
    ofOwn('"id":"x","role":null'),
    '{"contact":{"contact":{"id":5,"role":"ADMIN"}}}',
    '{"address":[null,5,[],{"id":null},{}]}',
    '{"address":{"0":{}},"contact":[],"invoiceConfiguration":"","campaign":["1"],"customFields":[{}]}',
    '{"__proto__":{"name":"x"}}',
    '{"name":"\\u0000","\\ud800":1}',
  ]
  for (const raw of [...bodies.map((body) => body.raw), ...more]) {
    const what = String(raw).slice(0, 100)
    const ours = await api.send('PATCH', own.path, { raw })
    expect([ours.status, ours.errorCode], what).toEqual([422, 'CUSTOMER_1003'])
    expect(ours.errors.length, what).toBeGreaterThan(0)
    const theirs = await sandbox.send('PATCH', own.path, undefined, raw)
    expect(theirs.status, what).toBe(400)
    expect((await theirs.json()).errors, what).toEqual(ours.body.errors)
  }
})

test('an Idempotency-Key that is no UUID is 422 and blames the header', async ({ api, sandbox }) => {
  const { customerId } = await api.me()
  for (const key of ['x', '1', 'a'.repeat(5000)]) {
    const answer = await api.post(`/api/v2/customer/${customerId}`, minimalBody(), { 'idempotency-key': key })
    expect([answer.status, answer.errorCode]).toEqual([422, 'GLOBAL_1002'])
    expect(answer.errors.map(({ path }) => path)).toEqual([['idempotency-key']])
  }
  expect(await sandbox.writes()).toEqual([])
})
