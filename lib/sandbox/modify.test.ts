import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faultsOf } from './testing/sandbox-client'
import { type SandboxUnderTest, startSandboxUnderTest } from './testing/sandbox-under-test'

let sandbox: SandboxUnderTest
type User = Awaited<ReturnType<SandboxUnderTest['client']['as']>>
let liberty: User
let wholesale: User

beforeAll(async () => {
  sandbox = await startSandboxUnderTest()
  const { as } = sandbox.client
  ;[liberty, wholesale] = await Promise.all([as('liberty'), as('wholesale')])
})
afterAll(async () => {
  expect(sandbox.errors).toEqual([])
  await sandbox.remove()
})

const pathOf = (id: string) => `/api/v2/customer/${id}`
const address = (city: string) => ({
  street: 'Long Street',
  buildingNumber: '1',
  zipCode: '1',
  city,
  country: 'ZAF',
  fullName: 'A B',
  province: 'P',
})

/** A sub-customer with something in every part, and its details. */
async function made(more: object = {}) {
  const id = await liberty.create({
    name: `Made ${crypto.randomUUID()}`,
    vatRegistrationNumber: 'V',
    contact: {
      firstName: 'F',
      identity: [{ idType: 'ID', idNumber: '1' }],
      mobilePhoneNumber: '+27820000000',
      birthdate: '29022000',
    },
    address: [address('one'), address('two'), address('three')],
    invoiceConfiguration: { vat: 15, paymentDueAfterInvoiceIssued: 30, paymentDueUnits: 'DAYS', invoiceText: 'T' },
    customFields: [{ keyName: 'a', keyValue: '1' }],
    ...more,
  })
  return { id, before: await liberty.details(id) }
}

/** Sends a patch and gives the details after it. */
async function patched(id: string, patch: object) {
  expect(await liberty.write('PATCH', pathOf(id), patch)).toBe('SUCCESS')
  return liberty.details(id)
}

describe('modify', () => {
  it('changes what is sent and nothing else, and answers with the request alone', async () => {
    const { id, before } = await made()
    const { status, body } = await liberty.call('PATCH', pathOf(id), { name: 'Volvo' })
    expect([status, Object.keys(body.content[0]), body.pageable.totalElements]).toEqual([200, ['requestId'], 1])
    expect(await liberty.end(body.content[0].requestId)).toBe('SUCCESS')
    expect(await liberty.details(id)).toEqual({ ...before, name: 'Volvo' })
    const { body: found } = await liberty.call('GET', `${liberty.own}/child-customers?query=customerName==VOLVO`)
    expect(found.content).toEqual([{ customerId: id, customerName: 'Volvo' }])
  })

  it('sets every element of its page', async () => {
    const { id, before } = await made()
    const contact = {
      id: before.contact[0].id,
      emailAddress: 'a@b.example',
      type: 'OWNER',
      role: 'SELFCARE',
      salutation: 'MS',
      firstName: 'G',
      middleName: 'H',
      lastName: 'I',
      identity: [{ idType: 'PASSPORT', idNumber: '2' }],
      gender: 'FEMALE',
      birthdate: '01011990',
      landlinePhoneNumber: '+27110000000',
      mobilePhoneNumber: '+27820000001',
      additionalPhoneNumber: '+27820000002',
      picture: 'p',
      remarks: 'r',
      isPrimary: true,
    }
    const moved = {
      id: before.address[1].id,
      type: 'MAILING',
      street: 's',
      buildingNumber: '2',
      buildingName: 'n',
      buildingFloor: '3',
      zipCode: 'z',
      apartmentNumber: '4',
      entrance: 'e',
      city: 'c',
      province: 'q',
      state: 't',
      country: 'Südafrika',
      pobox: '5',
      salutation: 'MR',
      fullName: 'C D',
      title: 'PROF',
      company: 'k',
      emailAddress: 'c@d.example',
      isPrimary: true,
    }
    const plain = {
      type: 'BUSINESS',
      name: `Whole ${id}`,
      allowOfferDelegation: true,
      isAllowedImeiLock: true,
      vatRegistrationNumber: 'W',
      invoiceConfiguration: {
        chargeByActive: 'IMSI',
        activityIndication: 'DATA_CONSUMPTION',
        deviceCost: 2.5,
        deliveryMethod: 'POSTAL',
        paymentDueAfterInvoiceIssued: 14,
        paymentDueUnits: 'DAYS',
        vat: 0,
        invoiceText: 'U',
      },
      campaign: [3, 1],
      customFields: [{ keyName: 'b', keyValue: '2' }],
      mfaConfiguration: 'ENABLED',
    }
    expect(await patched(id, { ...plain, contact, address: [moved] })).toEqual({
      ...before,
      ...plain,
      contact: [contact],
      address: [before.address[0], moved, before.address[2]],
    })
  })

  it('sets an element that is sent empty to NULL, "" and null alike', async () => {
    for (const empty of ['', null]) {
      const { id, before } = await made()
      const changed = await patched(id, {
        name: empty,
        vatRegistrationNumber: empty,
        campaign: empty,
        customFields: empty,
        contact: { id: before.contact[0].id, role: 'NONE', firstName: empty, birthdate: empty },
        address: [{ id: before.address[0].id, province: empty }],
        invoiceConfiguration: {
          vat: empty,
          paymentDueAfterInvoiceIssued: empty,
          paymentDueUnits: empty,
          invoiceText: empty,
        },
      })
      expect(changed).toEqual({
        ...before,
        name: null,
        vatRegistrationNumber: null,
        campaign: [],
        customFields: [],
        contact: [{ ...before.contact[0], firstName: null, birthdate: null }],
        address: [{ ...before.address[0], province: null }, before.address[1], before.address[2]],
        invoiceConfiguration: {
          ...before.invoiceConfiguration,
          vat: null,
          paymentDueAfterInvoiceIssued: null,
          paymentDueUnits: null,
          invoiceText: null,
        },
      })
    }
  })

  it('replaces identity, campaign and customFields whole', async () => {
    const { id, before } = await made()
    const contact = { id: before.contact[0].id, role: 'NONE' }
    await patched(id, { campaign: [1, 2, 3], customFields: [{ keyName: 'x' }, { keyName: 'y', keyValue: '2' }] })
    const changed = await patched(id, {
      campaign: [2],
      customFields: [{ keyName: 'y', keyValue: '' }],
      contact: { ...contact, identity: [{ idType: '', idNumber: '7' }, { idType: 'passport' }] },
    })
    expect(changed).toMatchObject({
      campaign: [2],
      customFields: [{ keyName: 'y', keyValue: null }],
      contact: [
        {
          identity: [
            { idType: null, idNumber: '7' },
            { idType: 'PASSPORT', idNumber: null },
          ],
        },
      ],
    })
  })

  it('finds addresses by id in any order, and ids in any case', async () => {
    const { id, before } = await made()
    const [first, second, third] = before.address
    const changed = await patched(id.toUpperCase(), {
      address: [
        { id: third.id.toUpperCase(), city: '3' },
        { id: first.id, city: '1' },
      ],
      contact: { contact: { id: before.contact[0].id.toUpperCase(), role: 'SELFCARE' } },
    })
    expect(changed.address).toEqual([{ ...first, city: '1' }, second, { ...third, city: '3' }])
    expect(changed.contact).toEqual([{ ...before.contact[0], role: 'SELFCARE' }])
  })

  it('changes the contact that is meant where a customer has two', async () => {
    const { body } = await liberty.call('GET', `${liberty.own}/child-customers?size=100`)
    const all = await Promise.all(
      body.content.map(({ customerId }: { customerId: string }) => liberty.details(customerId)),
    )
    const before = all.find(({ contact }) => contact.length === 2)
    const [first, second] = before.contact
    const changed = await patched(before.customerId, { contact: { id: second.id, role: second.role, lastName: 'Neu' } })
    expect(changed.contact).toEqual([first, { ...second, lastName: 'Neu' }])
  })

  it('is applied in the order of the ACKs', async () => {
    const { id } = await made()
    const requestIds: string[] = []
    for (let version = 1; version <= 20; version++) {
      const { body } = await liberty.call('PATCH', pathOf(id), { vatRegistrationNumber: `version ${version}` })
      requestIds.push(body.content[0].requestId)
    }
    expect(await Promise.all(requestIds.map((requestId) => liberty.end(requestId)))).toEqual(Array(20).fill('SUCCESS'))
    expect((await liberty.details(id)).vatRegistrationNumber).toBe('version 20')
  })

  it('ends FAILURE where a sibling has the new name, and may be sent the name that stands', async () => {
    const [{ id, before }, { before: sibling }] = await Promise.all([made(), made()])
    expect(await liberty.write('PATCH', pathOf(id), { name: sibling.name })).toBe('FAILURE')
    expect(await liberty.write('PATCH', pathOf(id), { name: ` ${before.name}` })).toBe('SUCCESS')
  })

  it('ends FAILURE where an earlier patch leaves it breaking a conditional rule', async () => {
    const { id, before } = await made({ invoiceConfiguration: {} })
    await sandbox.restart({ delayMs: 60_000 })
    const { body: first } = await liberty.call('PATCH', pathOf(id), {
      contact: { id: before.contact[0].id, role: 'NONE', landlinePhoneNumber: '+27110000000' },
    })
    const phones = { id: before.contact[0].id, role: 'NONE', mobilePhoneNumber: '' }
    const { body: refused } = await liberty.call('PATCH', pathOf(id), { contact: phones })
    await sandbox.restart({ delayMs: 0 })
    expect(refused.errorCode).toBe('CUSTOMER_1003')
    expect(await liberty.end(first.content[0].requestId)).toBe('SUCCESS')

    await sandbox.restart({ delayMs: 60_000 })
    const clear = (element: string) => ({ contact: { id: before.contact[0].id, role: 'NONE', [element]: '' } })
    const { body: mobile } = await liberty.call('PATCH', pathOf(id), clear('mobilePhoneNumber'))
    const { body: landline } = await liberty.call('PATCH', pathOf(id), clear('landlinePhoneNumber'))
    await sandbox.restart({ delayMs: 0 })
    expect(await liberty.end(mobile.content[0].requestId)).toBe('SUCCESS')
    expect(await liberty.end(landline.content[0].requestId)).toBe('FAILURE')
    expect((await liberty.details(id)).contact[0]).toMatchObject({
      mobilePhoneNumber: null,
      landlinePhoneNumber: '+27110000000',
    })
  })
})

describe('eligibility to modify', () => {
  it('is for direct sub-customers: never oneself, deeper or elsewhere', async () => {
    const grandchild = await wholesale.create({ name: 'Grandchild' })
    for (const id of [liberty.customerId, grandchild, crypto.randomUUID(), 'x']) {
      const answer = await liberty.call('PATCH', pathOf(id), { name: 'a' })
      expect([answer.status, answer.body.errorCode], id).toEqual([404, 'CUSTOMER_1002'])
    }
    expect((await wholesale.call('PATCH', wholesale.own, { name: 'a' })).body.errorCode).toBe('CUSTOMER_1002')
    expect(await wholesale.write('PATCH', pathOf(grandchild), { name: 'Grandchild, renamed' })).toBe('SUCCESS')
  })
})

describe('bad input of a modify', () => {
  it('is refused with every fault at once, at the paths of the body as sent', async () => {
    const { id, before } = await made()
    const foreign = crypto.randomUUID()
    const answer = await liberty.call('PATCH', pathOf(id), {
      status: 'ACTIVE',
      type: '',
      contact: { contact: { id: before.contact[0].id, mobilePhoneNumber: '', lastName: 3 } },
      address: [
        { id: before.address[2].id, street: '', zipCode: ' ' },
        { id: foreign, street: '' },
        { city: 'a' },
        { id: before.address[2].id, city: 'b' },
      ],
      invoiceConfiguration: { paymentDueUnits: '' },
    })
    expect([answer.status, answer.body.errorCode]).toEqual([400, 'CUSTOMER_1003'])
    expect(faultsOf(answer).toSorted()).toEqual(
      [
        ['status', 'unknownElement'],
        ['type', 'notEmptiable'],
        ['contact.contact.role', 'required'],
        ['contact.contact.lastName', 'wrongType'],
        ['contact.contact.mobilePhoneNumber', 'phoneNeeded'],
        ['address.0.zipCode', 'required'],
        ['address.0.street', 'streetOrPoboxNeeded'],
        ['address.1.id', 'unknownId'],
        ['address.2.id', 'required'],
        ['address.3.id', 'duplicate'],
        ['invoiceConfiguration.paymentDueUnits', 'paymentDueUnitsNeeded'],
      ].toSorted(),
    )
    expect(await liberty.details(id)).toEqual(before)
  })

  it.each([
    ['an empty patch', {}, [['', 'emptyPatch']]],
    ['an address that changes nothing', { address: [] }, [['address', 'emptyPatch']]],
    [
      'what modify cannot write',
      { currency: 'EUR', logo: 'a' },
      [
        ['currency', 'unknownElement'],
        ['logo', 'unknownElement'],
      ],
    ],
    [
      'a part emptied whole',
      { contact: '', address: null },
      [
        ['address', 'notEmptiable'],
        ['contact', 'notEmptiable'],
      ],
    ],
    ['an array', [], [['', 'wrongType']]],
    ['an id that is none', { contact: { id: 'x', role: 'NONE' } }, [['contact.id', 'uuidFormat']]],
  ])('is refused: %s', async (_, patch, faults) => {
    const { id, before } = await made()
    const answer = await liberty.call('PATCH', pathOf(id), patch)
    expect([answer.status, answer.body.errorCode]).toEqual([400, 'CUSTOMER_1003'])
    expect(faultsOf(answer).toSorted()).toEqual(faults)
    expect(await liberty.details(id)).toEqual(before)
  })

  it("refuses another customer's ids as unknown", async () => {
    const [{ id }, { before: other }] = await Promise.all([made(), made()])
    const answer = await liberty.call('PATCH', pathOf(id), {
      contact: { id: other.contact[0].id, role: 'NONE', mobilePhoneNumber: '' },
      address: [{ id: other.address[0].id, city: 'a' }],
    })
    expect(faultsOf(answer)).toEqual([
      ['contact.id', 'unknownId'],
      ['address.0.id', 'unknownId'],
    ])
  })

  it('says malformed JSON with the code of the call', async () => {
    const { id } = await made()
    const answer = await sandbox.client.send('PATCH', pathOf(id), {
      headers: { authorization: `Bearer ${liberty.token}`, 'content-type': 'application/json' },
      body: '{',
    })
    expect([answer.status, answer.body.errorCode, faultsOf(answer)]).toEqual([
      400,
      'CUSTOMER_1003',
      [['', 'malformedJson']],
    ])
  })
})
