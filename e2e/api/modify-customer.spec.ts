import { randomUUID } from 'node:crypto'
import type { Answer, ApiClient } from '@/e2e/fixtures/api-client'
import { apiUsers } from '@/e2e/fixtures/demo-users'
import { SandboxClient } from '@/e2e/fixtures/sandbox-client'
import { SubCustomer } from '@/e2e/fixtures/sub-customer'
import { expect, test } from '@/e2e/fixtures/test'
import { modifyElements, withElement } from '@/lib/contract/customer.arbitrary'
import type { ProblemPath } from '@/lib/contract/problem'

const faultsOf = ({ errors }: Answer<unknown>) => errors.map(({ path, code }) => `${path.join('.')} ${code}`).sort()

test.describe('a customer that may not be changed is 404 CUSTOMER_1002, and nothing is written', () => {
  /** Has the sandbox fail whatever is asked about a customer, so that it tells whether anything was. */
  async function listenFor(sandbox: SandboxClient, customerId: string) {
    await sandbox.fault({ path: `/api/v2/customer/${customerId}`, fault: 'error500', count: 9 })
  }

  test('the own profile, in any case of its id, without a call', async ({ api, sandbox }) => {
    const { customerId } = await api.me()
    await listenFor(sandbox, customerId)
    for (const id of [customerId, customerId.toUpperCase()]) {
      const answer = await api.patch(`/api/v2/customer/${id}`, { name: 'Mine' })
      expect([answer.status, answer.errorCode]).toEqual([404, 'CUSTOMER_1002'])
    }
    expect(await sandbox.struck()).toBe(0)
    expect(await sandbox.writes()).toEqual([])
  })

  test("another parent's, a sub-customer's sub-customer, and one that is not there", async ({ api, sandbox }) => {
    const concord = new SandboxClient(sandbox.origin, apiUsers.concord)
    const wholesale = new SandboxClient(sandbox.origin, apiUsers.wholesale)
    const [[foreign], [deeper]] = await Promise.all([concord.children(), wholesale.children()])
    const ids = [foreign?.customerId, await concord.customerId(), deeper?.customerId, randomUUID(), 'x', '..%2Fx']
    for (const id of ids) {
      expect(id).toBeDefined()
      // Faults of the body tell nobody whether there is such a customer.
      for (const body of [{ name: 'Volvo' }, { name: 5 }]) {
        const answer = await api.patch(`/api/v2/customer/${id}`, body)
        expect([answer.status, answer.errorCode, answer.errors], id).toEqual([404, 'CUSTOMER_1002', []])
      }
    }
    expect(await sandbox.writes()).toEqual([])
  })

  test('a patch that asks for nothing is 422 without a call', async ({ api, sandbox }) => {
    const own = await SubCustomer.create(sandbox)
    await listenFor(sandbox, own.id)
    for (const [body, fault] of [
      [{}, ' emptyPatch'],
      [{ invoiceConfiguration: {} }, 'invoiceConfiguration emptyPatch'],
      [{ address: [] }, 'address emptyPatch'],
      [own.address(0, {}), 'address emptyPatch'],
    ] as const) {
      const answer = await api.patch(own.path, body)
      expect([answer.status, answer.errorCode]).toEqual([422, 'CUSTOMER_1003'])
      expect(faultsOf(answer)).toEqual([fault])
    }
    expect(await sandbox.struck()).toBe(0)
    expect(await own.patches()).toEqual([])
  })
})

/** A row of the page's tables: two good values, and whether it can be emptied. */
type Row = { path: ProblemPath; values: readonly [unknown, unknown]; emptied: boolean; empty?: unknown }

/** The tables' rows that stand for themselves; the first two good values of their kind, as they are read. */
const rows: Row[] = modifyElements
  .filter(({ path }) => path.at(-1) !== 'id' && !path.includes('identity') && !path.includes('customFields'))
  .map(({ path, kind, emptiness }) => {
    const good = [...new Set(kind.accepted.map(([, read]) => read))].filter((value) => value !== '')
    return { path, values: [good[0], good[1] ?? good[0]], emptied: emptiness === 'emptied' }
  })

const wholes: Row[] = [
  {
    path: ['contact', 'identity'],
    values: [
      [
        { idType: 'PASSPORT', idNumber: 'P 1' },
        { idType: 'ID', idNumber: '2' },
      ],
      [{ idType: 'DRIVER_LICENSE', idNumber: '0042' }],
    ],
    emptied: false,
  },
  { path: ['campaign'], values: [[1, 22], [22]], emptied: true, empty: [] },
  {
    path: ['customFields'],
    values: [
      [
        { keyName: 'segment', keyValue: 'gold' },
        { keyName: 'ключ', keyValue: 'x' },
      ],
      [{ keyName: 'segment', keyValue: 'lead' }],
    ],
    emptied: true,
    empty: [],
  },
]

/** The patch that writes one element. */
function patchOf(own: SubCustomer, [part, ...rest]: ProblemPath, value: unknown): Record<string, unknown> {
  const elements = { [String(rest.at(-1))]: value }
  if (part === 'contact') return own.contact(elements)
  if (part === 'address') return own.address(1, elements)
  return rest.length > 0 ? { [String(part)]: elements } : { [String(part)]: value }
}

/** Where an element stands in the details. */
const placeOf = ([part, ...rest]: ProblemPath): ProblemPath =>
  part === 'contact' ? ['contact', 0, ...rest] : [part ?? '', ...rest]

async function setChangeAndClear(api: ApiClient, own: SubCustomer, { path, values, emptied, empty = null }: Row) {
  const name = path.join('.')
  for (const value of values) {
    const expected = withElement(await own.raw(), placeOf(path), value)
    const answer = await api.patch(own.path, patchOf(own, path, value))
    expect(answer.status, `${name} ${JSON.stringify(value)} ${answer.text}`).toBe(200)
    expect(await own.sandbox.end(answer.content[0]?.requestId ?? ''), name).toBe('SUCCESS')
    expect(await own.raw(), name).toEqual(expected)
  }
  const cleared = await api.patch(own.path, patchOf(own, path, ''))
  const before = await own.raw()
  if (emptied) {
    expect(cleared.status, `${name} "" ${cleared.text}`).toBe(200)
    expect(await own.sandbox.end(cleared.content[0]?.requestId ?? ''), name).toBe('SUCCESS')
    expect(await own.raw(), name).toEqual(withElement(before, placeOf(path), empty))
  } else {
    const blamed = path[0] === 'address' ? path.with(1, 0) : path
    expect([cleared.status, cleared.errorCode, ...faultsOf(cleared)]).toEqual([
      422,
      'CUSTOMER_1003',
      `${blamed.join('.')} notEmptiable`,
    ])
    expect(await own.raw(), name).toEqual(before)
  }
  // What was asked is what arrived, element for element.
  const sent = [...values, ...(emptied ? [''] : [])].map((value) => patchOf(own, path, value))
  expect(await own.patches(), name).toEqual(sent)
}

for (const part of ['profile', 'contact', 'address', 'invoiceConfiguration']) {
  test(`every element of ${part} is set, changed and cleared, and nothing else changes`, async ({ api, sandbox }) => {
    const ofPart = [...rows, ...wholes].filter(({ path }) => (path.length === 1 ? 'profile' : path[0]) === part)
    expect(ofPart.length).toBeGreaterThan(7)
    test.slow()
    await Promise.all(
      ofPart.map(async (row) => {
        // The number of days needs its unit beside it.
        const needed = row.path.at(-1) === 'paymentDueAfterInvoiceIssued' ? { paymentDueUnits: 'DAYS' } : {}
        const own = await SubCustomer.create(sandbox, { invoiceConfiguration: needed })
        await setChangeAndClear(api, own, row)
      }),
    )
  })
}

test('elements of every part are changed by one patch, and one that is not named is left alone', async ({
  api,
  sandbox,
}) => {
  const own = await SubCustomer.create(sandbox)
  const before = await own.raw()
  const patch = {
    vatRegistrationNumber: null,
    isAllowedImeiLock: true,
    ...own.contact({ firstName: 'Grace', landlinePhoneNumber: '' }),
    address: [
      { id: own.addressIds[1].toUpperCase(), city: 'Oslo', street: null },
      { id: own.addressIds[0], title: 'dr' },
    ],
    invoiceConfiguration: { paymentDueAfterInvoiceIssued: 0, paymentDueUnits: 'days' },
  }
  const answer = await api.patch(own.path, patch)
  expect(answer.content).toEqual([{ requestId: expect.any(String) }])
  // As the platform takes it: "" for NULL, upper case for enumerations, ids as the platform gave them.
  expect(await own.patches()).toEqual([
    {
      ...patch,
      vatRegistrationNumber: '',
      address: [
        { id: own.addressIds[1], city: 'Oslo', street: '' },
        { id: own.addressIds[0], title: 'DR' },
      ],
      invoiceConfiguration: { paymentDueAfterInvoiceIssued: 0, paymentDueUnits: 'DAYS' },
    },
  ])
  expect(await sandbox.end(answer.content[0]?.requestId ?? '')).toBe('SUCCESS')
  const [contact, [first, second]] = [before.contact[0], before.address]
  expect(await own.raw()).toEqual({
    ...before,
    isAllowedImeiLock: true,
    contact: [{ ...contact, firstName: 'Grace', landlinePhoneNumber: null }],
    address: [
      { ...first, title: 'DR' },
      { ...second, city: 'Oslo', street: null },
    ],
    invoiceConfiguration: { ...before.invoiceConfiguration, paymentDueAfterInvoiceIssued: 0, paymentDueUnits: 'DAYS' },
  })
})

test.describe('what cannot be done is refused before the platform is asked to do it', () => {
  test('an id that is not of this customer is blamed where it stands, beside every other fault', async ({
    api,
    sandbox,
  }) => {
    const [own, other] = await Promise.all([SubCustomer.create(sandbox), SubCustomer.create(sandbox)])
    const answer = await api.patch(own.path, {
      status: 'ACTIVE',
      mfaConfiguration: '',
      contact: { id: other.contactId, mobilePhoneNumber: '+49 170' },
      address: [
        { id: own.addressIds[0], pobox: '', street: '' },
        { id: other.addressIds[0], city: '' },
        { id: randomUUID(), title: 'SIR' },
        { id: own.addressIds[0], company: 'Acme' },
      ],
      invoiceConfiguration: { paymentDueAfterInvoiceIssued: 1, vat: -1 },
      customFields: [{ keyName: 'a' }, { keyName: 'a' }],
    })
    expect([answer.status, answer.errorCode]).toEqual([422, 'CUSTOMER_1003'])
    expect(faultsOf(answer)).toEqual([
      'address.0.street streetOrPoboxNeeded',
      'address.1.city notEmptiable',
      'address.1.id unknownId',
      'address.2.id unknownId',
      'address.2.title notOneOf',
      'address.3.id duplicate',
      'contact.id unknownId',
      'contact.mobilePhoneNumber phoneFormat',
      'contact.role required',
      'customFields.1.keyName duplicate',
      'invoiceConfiguration.paymentDueUnits paymentDueUnitsNeeded',
      'invoiceConfiguration.vat tooSmall',
      'mfaConfiguration notEmptiable',
      'status unknownElement',
    ])
    expect(await own.patches()).toEqual([])
  })

  const due = { invoiceConfiguration: { paymentDueAfterInvoiceIssued: 1, paymentDueUnits: 'DAYS' } }
  const cases: [
    what: string,
    standing: Record<string, unknown>,
    patch: (own: SubCustomer) => object,
    faults: string[],
  ][] = [
    [
      'the last phone number',
      {},
      (own) => own.contact({ landlinePhoneNumber: '', mobilePhoneNumber: '' }),
      ['contact.landlinePhoneNumber phoneNeeded', 'contact.mobilePhoneNumber phoneNeeded'],
    ],
    [
      'street and box',
      {},
      (own) => own.address(1, { street: '', pobox: '' }),
      ['address.0.street streetOrPoboxNeeded'],
    ],
    [
      'building number and box',
      {},
      (own) => own.address(0, { buildingNumber: null, pobox: null }),
      ['address.0.buildingNumber streetOrPoboxNeeded'],
    ],
    [
      'the unit of the days',
      due,
      () => ({ invoiceConfiguration: { paymentDueUnits: '' } }),
      ['invoiceConfiguration.paymentDueUnits paymentDueUnitsNeeded'],
    ],
  ]
  for (const [what, standing, patch, faults] of cases) {
    test(`clearing ${what} breaks a rule for the customer as it would be`, async ({ api, sandbox }) => {
      const own = await SubCustomer.create(sandbox, standing)
      const answer = await api.patch(own.path, patch(own))
      expect([answer.status, answer.errorCode]).toEqual([422, 'CUSTOMER_1003'])
      expect(faultsOf(answer)).toEqual(faults)
      expect(await own.patches()).toEqual([])
    })
  }

  test('clearing one of two that are enough for a rule, or both coupled ones, is taken', async ({ api, sandbox }) => {
    const own = await SubCustomer.create(sandbox, due)
    for (const patch of [
      own.contact({ landlinePhoneNumber: '' }),
      own.address(0, { pobox: '' }),
      own.address(1, { street: '', buildingNumber: '' }),
      { invoiceConfiguration: { paymentDueAfterInvoiceIssued: '', paymentDueUnits: '' } },
    ]) {
      expect((await api.patch(own.path, patch)).status, JSON.stringify(patch)).toBe(200)
    }
  })
})

test('a platform that is not available is 502, and nothing is recorded', async ({ api, sandbox }) => {
  const own = await SubCustomer.create(sandbox)
  const headers = { 'idempotency-key': randomUUID() }
  const recorded = async () => (await api.get(`/api/v2/request?customerId=${own.id}`)).content
  await sandbox.fault({ method: 'GET', path: own.path, fault: 'reset', count: 3 })
  expect((await api.patch(own.path, { name: 'Volvo' }, headers)).status).toBe(502)
  expect(await own.patches()).toEqual([])
  await sandbox.fault({ method: 'PATCH', fault: 'nak', code: 'GLOBAL_1001' })
  const refused = await api.patch(own.path, { name: 'Volvo' }, headers)
  expect([refused.status, refused.errorCode, refused.body.outcome]).toEqual([502, 'GLOBAL_1001', undefined])
  expect(await recorded()).toEqual([])
  // It was not written, so it may be tried again with the same key.
  expect((await api.patch(own.path, { vatRegistrationNumber: 'x' }, headers)).status).toBe(200)
  expect(await recorded()).toHaveLength(1)
})

test('faults that only the platform found are told at the elements that it blames', async ({ api, sandbox }) => {
  const own = await SubCustomer.create(sandbox)
  const blamed = { path: ['contact', 'firstName'], code: 'duplicate', message: 'is given twice' }
  await sandbox.fault({ method: 'PATCH', fault: 'nak', code: 'CUSTOMER_1003', errors: [blamed] })
  const answer = await api.patch(own.path, own.contact({ firstName: 'Grace' }))
  expect([answer.status, answer.errorCode, answer.errors]).toEqual([422, 'CUSTOMER_1003', [blamed]])
})

test('no value of a patch, and none that stood, is in the log, whatever became of it', async ({
  api,
  sandbox,
  instance,
}) => {
  const values = Array.from({ length: 5 }, () => `Unlogged ${randomUUID()}`)
  const [name, first, second, third, fourth] = values
  const own = await SubCustomer.create(sandbox, { name })
  const seen = await own.seen({ name: first })
  await api.patch(own.path, { name: first })
  await api.patch(own.path, { name: second })
  await own.changeElsewhere({ name: third })
  expect((await api.patch(own.path, { name: second }, seen)).status).toBe(409)
  expect((await api.patch(own.path, { name: fourth, type: fourth, [`${fourth}`]: 1 })).status).toBe(422)
  for (const fault of ['reset', 'garbage', 'error500'] as const) {
    await sandbox.fault({ method: 'PATCH', fault })
    await expect
      .poll(async () => (await api.patch(own.path, { name: fourth, type: 'BUSINESS' })).body.outcome)
      .toBe('unknown')
  }
  for (const value of values) expect(instance.serverLog()).not.toContain(value)
  expect(instance.serverLog()).toContain(own.path)
})
