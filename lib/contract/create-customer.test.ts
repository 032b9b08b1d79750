import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCustomer, createdCustomer, parseCreateCustomer } from './create-customer'
import {
  at,
  createElements,
  fullCreate,
  oneFault,
  readings,
  told,
  validCreate,
  withElement,
} from './customer.arbitrary'
import { ack } from './envelope'
import type { ProblemPath } from './problem'

const minimal = { status: 'ACTIVE', currency: 'USD' }

const { faults, read } = readings(parseCreateCustomer)

describe.each(createElements.map((element) => ({ ...element, name: element.path.join('.') })))(
  'create: $name',
  ({ path, kind, emptiness }) => {
    it.each(kind.accepted.map(([sent, value]) => ({ sent, value, told: told(sent) })))(
      'takes $told',
      ({ sent, value }) => {
        const parsed = read(withElement(fullCreate(), path, sent))
        expect(at(parsed, path)).toBe(value)
        expect(parsed).toEqual(withElement(fullCreate(), path, value))
      },
    )

    it.each(kind.refused.map(([sent, code]) => ({ sent, code, told: told(sent) })))(
      'refuses $told as $code and blames nothing else',
      ({ sent, code }) => {
        expect(faults(withElement(fullCreate(), path, sent))).toEqual([{ path, code }])
      },
    )

    it.each([
      { sent: '', told: '""' },
      { sent: null, told: 'null' },
      { sent: undefined, told: 'absence' },
    ])(`reads $told as ${emptiness === 'absent' ? '"not given"' : `a fault (${emptiness})`}`, ({ sent }) => {
      const body = withElement(fullCreate(), path, sent)
      if (emptiness === 'absent') expect(read(body)).toEqual(withElement(fullCreate(), path, undefined))
      else expect(faults(body)).toEqual([{ path, code: emptiness }])
    })
  },
)

describe('create: objects and lists', () => {
  const optional: ProblemPath[] = [['contact'], ['address'], ['invoiceConfiguration'], ['customFields']]

  it.each(optional)('%s may be absent, "" or null, which is the same', (name) => {
    for (const sent of [undefined, '', null]) {
      expect(read(withElement(fullCreate(), [name], sent))).toEqual(withElement(fullCreate(), [name], undefined))
    }
  })

  it.each([
    ['contact', 'object', [5, true, 'x', [], [{}]]],
    ['invoiceConfiguration', 'object', [5, true, 'x', [], [{}]]],
    ['address', 'array', [5, true, 'x', {}, { 0: {} }]],
    ['customFields', 'array', [5, true, 'x', {}]],
  ] as const)('%s is an %s and nothing else', (name, expected, values) => {
    for (const sent of values) {
      const parsed = parseCreateCustomer({ ...minimal, [name]: sent })
      expect(parsed, told(sent)).toEqual({
        ok: false,
        problems: [{ path: [name], code: 'wrongType', params: { expected } }],
      })
    }
  })

  it.each(['address', 'customFields'])('%s may be an empty list, but holds objects only', (name) => {
    expect(read({ ...minimal, [name]: [] })).toEqual({ ...minimal, [name]: [] })
    for (const entry of [null, '', 5, true, 'x', []]) {
      expect(faults({ ...minimal, [name]: [entry] }), told(entry)).toEqual([{ path: [name, 0], code: 'wrongType' }])
    }
  })

  it('identity is a non-empty list whenever a contact is given', () => {
    const path = ['contact', 'identity']
    for (const sent of [undefined, '', null]) {
      expect(faults(withElement(fullCreate(), path, sent))).toEqual([{ path, code: 'required' }])
    }
    expect(faults(withElement(fullCreate(), path, []))).toEqual([{ path, code: 'identityNeeded' }])
    for (const sent of [5, true, 'x', {}]) {
      expect(faults(withElement(fullCreate(), path, sent))).toEqual([{ path, code: 'wrongType' }])
    }
    expect(faults(withElement(fullCreate(), [...path, 1], null))).toEqual([{ path: [...path, 1], code: 'wrongType' }])
  })

  it.each([
    [['id']],
    [['campaign']],
    [['Name']],
    [['contact', 'id']],
    [['contact', 'identity', 0, 'id']],
    [['address', 1, 'id']],
    [['address', 1, 'streetNumber']],
    [['invoiceConfiguration', 'chargeByActive']],
    [['invoiceConfiguration', 'activityIndication']],
    [['customFields', 0, 'id']],
  ] satisfies [ProblemPath][])('refuses the unknown element %j at its own path, whatever it holds', (path) => {
    for (const sent of ['x', '', null, 5, {}, []]) {
      expect(faults(withElement(fullCreate(), path, sent))).toEqual([{ path, code: 'unknownElement' }])
    }
  })

  it('keyName is unique; the later one is to blame', () => {
    const fields = [{ keyName: 'a' }, { keyName: 'b' }, { keyName: 'a' }, { keyName: 'a' }, { keyName: 'A' }]
    expect(faults({ ...minimal, customFields: fields })).toEqual([
      { path: ['customFields', 2, 'keyName'], code: 'duplicate' },
      { path: ['customFields', 3, 'keyName'], code: 'duplicate' },
    ])
    expect(faults({ ...minimal, customFields: [{ keyName: '' }, { keyName: '' }, { keyName: ' ' }] })).toEqual(
      [0, 1, 2].map((index) => ({ path: ['customFields', index, 'keyName'], code: 'required' })),
    )
  })
})

describe('create: conditional rules', () => {
  const contact = { identity: [{ idType: 'ID', idNumber: '1' }] }
  const address = { zipCode: '1', city: 'a', country: 'b', fullName: 'c' }
  const blamed = (body: object) => faults({ ...minimal, ...body }).map(({ path, code }) => `${path.join('.')} ${code}`)

  it('a contact needs a landline or a mobile number; an additional one does not count', () => {
    const both = ['contact.landlinePhoneNumber phoneNeeded', 'contact.mobilePhoneNumber phoneNeeded']
    expect(blamed({ contact })).toEqual(both)
    expect(blamed({ contact: { ...contact, landlinePhoneNumber: '', mobilePhoneNumber: null } })).toEqual(both)
    expect(blamed({ contact: { ...contact, additionalPhoneNumber: '1234567' } })).toEqual(both)
    expect(blamed({ contact: { ...contact, landlinePhoneNumber: '1234567' } })).toEqual([])
    expect(blamed({ contact: { ...contact, mobilePhoneNumber: '1234567' } })).toEqual([])
  })

  it('a bad phone number is blamed alone, not the other one for being absent', () => {
    expect(blamed({ contact: { ...contact, landlinePhoneNumber: 'x' } })).toEqual([
      'contact.landlinePhoneNumber phoneFormat',
    ])
  })

  it('an address needs a post office box, or both street and building number', () => {
    const rule = (given: object) =>
      blamed({
        address: [
          { ...address, pobox: '1' },
          { ...address, ...given },
        ],
      })
    expect(rule({})).toEqual([
      'address.1.street streetOrPoboxNeeded',
      'address.1.buildingNumber streetOrPoboxNeeded',
      'address.1.pobox streetOrPoboxNeeded',
    ])
    expect(rule({ street: ' ', buildingNumber: '', pobox: null })).toHaveLength(3)
    expect(rule({ street: 'a' })).toEqual(['address.1.buildingNumber streetOrPoboxNeeded'])
    expect(rule({ buildingNumber: '1' })).toEqual(['address.1.street streetOrPoboxNeeded'])
    expect(rule({ street: 'a', buildingNumber: '1' })).toEqual([])
    expect(rule({ pobox: '1' })).toEqual([])
    expect(rule({ street: 'a', pobox: '1' })).toEqual([])
  })

  it('paymentDueAfterInvoiceIssued needs paymentDueUnits, also when it is 0; the units alone need nothing', () => {
    const rule = (invoiceConfiguration: object) => blamed({ invoiceConfiguration })
    const needed = ['invoiceConfiguration.paymentDueUnits paymentDueUnitsNeeded']
    expect(rule({ paymentDueAfterInvoiceIssued: 0 })).toEqual(needed)
    expect(rule({ paymentDueAfterInvoiceIssued: 15, paymentDueUnits: '' })).toEqual(needed)
    expect(rule({ paymentDueAfterInvoiceIssued: '', paymentDueUnits: '' })).toEqual([])
    expect(rule({ paymentDueUnits: 'DAYS' })).toEqual([])
  })

  it('hold also where another element is at fault, so that all faults are told at once', () => {
    expect(blamed({ status: 'x', contact: { gender: 'x' }, address: [{}], invoiceConfiguration: { vat: -1 } })).toEqual(
      [
        'status notOneOf',
        'contact.identity required',
        'contact.gender notOneOf',
        'address.0.zipCode required',
        'address.0.city required',
        'address.0.country required',
        'address.0.fullName required',
        'invoiceConfiguration.vat tooSmall',
        'contact.landlinePhoneNumber phoneNeeded',
        'contact.mobilePhoneNumber phoneNeeded',
        'address.0.street streetOrPoboxNeeded',
        'address.0.buildingNumber streetOrPoboxNeeded',
        'address.0.pobox streetOrPoboxNeeded',
      ],
    )
  })
})

describe('create: the whole body', () => {
  it('adds no default: what is not given stays absent', () => {
    expect(read(minimal)).toEqual(minimal)
    const contact = { identity: [{ idType: 'ID', idNumber: '1' }], landlinePhoneNumber: '1234567' }
    const address = [{ zipCode: '1', city: 'a', country: 'b', fullName: 'c', pobox: 'd' }]
    const body = { ...minimal, contact, address, invoiceConfiguration: {} }
    expect(read(body)).toEqual(body)
  })

  it('does not touch the body that it reads', () => {
    const body = { ...fullCreate(), type: 'private', name: '', logo: null }
    const before = structuredClone(body)
    parseCreateCustomer(body)
    expect(body).toEqual(before)
  })

  it.each([undefined, null, '', 'x', 5, true, [], [minimal]])(
    '%j is no body, and the body itself is to blame',
    (body) => {
      expect(faults(body)).toEqual([{ path: [], code: body === undefined ? 'required' : 'wrongType' }])
    },
  )

  it("knows every element of the page's tables and no other", () => {
    const names = (parent: ProblemPath) =>
      createElements.filter(({ path }) => path.slice(0, -1).join() === parent.join()).map(({ path }) => path.at(-1))
    expect(Object.keys(createCustomer._zod.def.shape)).toEqual([
      ...names([]),
      'contact',
      'address',
      'invoiceConfiguration',
      'customFields',
    ])
    const full = fullCreate()
    expect(Object.keys(full.contact).filter((name) => name !== 'identity')).toEqual(names(['contact']))
    expect(Object.keys(full.address[1] ?? {})).toEqual(names(['address', 1]))
    expect(Object.keys(full.invoiceConfiguration)).toEqual(names(['invoiceConfiguration']))
  })
})

describe("create: the page's own example", () => {
  const contact = {
    emailAddress: 'shaul.cohen@flolive.net',
    type: 'OWNER',
    role: 'NONE',
    salutation: 'MR',
    firstName: 'Shaul',
    middleName: '',
    lastName: 'Cohen',
    identity: [
      { idType: 'passport', idNumber: '123456789' },
      { idType: 'nationalId', idNumber: '987654321' },
    ],
    gender: 'MALE',
    birthdate: '28122000',
    landlinePhoneNumber: '',
    mobilePhoneNumber: '972542265160',
    additionalPhoneNumber: '',
    picture: '',
    remarks: '',
    isPrimary: true,
  }
  const address = {
    type: 'private',
    street: 'sixth avenue',
    buildingNumber: '987',
    buildingName: 'Concord',
    buildingFloor: '1',
    zipCode: '123456',
    apartmentNumber: '14',
    entrance: '1',
    city: 'Chicago',
    province: '',
    state: 'Illinois',
    country: 'USA',
    pobox: '',
    salutation: 'MR',
    fullName: 'Jack Coban',
    title: 'DR',
    company: 'Company',
    emailAddress: 'jackcoban@company.com',
    isPrimary: true,
  }
  const { entrance: _, ...second } = {
    ...address,
    type: 'mailing',
    street: 'fifth avenue',
    buildingNumber: '234',
    buildingFloor: '12',
    city: 'New York',
    state: 'New York',
    fullName: 'John Levis',
    title: 'PROF',
    emailAddress: 'johnlevis@company.com',
    isPrimary: false,
  }
  const example = {
    status: 'ACTIVE',
    type: 'private',
    name: 'Liberty',
    currency: 'USD',
    allowOfferDelegation: false,
    isAllowedImeiLock: true,
    vatRegistrationNumber: 'sa102786534',
    logo: '/images/flolive/flologo.png',
    mfaConfiguration: 'DISABLED',
    contact,
    address: [address, second],
    invoiceConfiguration: {
      deviceCost: '',
      deliveryMethod: 'EMAIL',
      paymentDueAfterInvoiceIssued: 15,
      paymentDueUnits: 'DAYS',
      vat: 8.5,
      invoiceText: 'free text',
    },
    customFields: [
      { keyName: 'custom-property1', keyValue: 'custom-value' },
      { keyName: 'custom-property2', keyValue: 'custom-value' },
    ],
  }

  it('is accepted and read as what it means', () => {
    const { middleName, landlinePhoneNumber, additionalPhoneNumber, picture, remarks, ...given } = contact
    const noProvinceNorPobox = (entry: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'province' && name !== 'pobox'))
    const { deviceCost, ...invoiceConfiguration } = example.invoiceConfiguration
    expect(read(example)).toEqual({
      ...example,
      type: 'PRIVATE',
      contact: {
        ...given,
        identity: [
          { idType: 'PASSPORT', idNumber: '123456789' },
          { idType: 'ID', idNumber: '987654321' },
        ],
      },
      address: [
        { ...noProvinceNorPobox(address), type: 'PRIVATE' },
        { ...noProvinceNorPobox(second), type: 'MAILING' },
      ],
      invoiceConfiguration,
    })
  })

  it('is read as the same when its surplus brace is closed instead of taken away', () => {
    expect(read({ ...example, contact: { contact } })).toEqual(read(example))
  })

  it('has its faults at the paths of the body as sent when the contact is wrapped', () => {
    const wrapped = { contact: { gender: 'x', identity: [{ idType: 'ID' }], extra: 1 } }
    expect(faults({ ...example, status: '', contact: wrapped })).toEqual([
      { path: ['status'], code: 'required' },
      { path: ['contact', 'contact', 'identity', 0, 'idNumber'], code: 'required' },
      { path: ['contact', 'contact', 'gender'], code: 'notOneOf' },
      { path: ['contact', 'contact', 'extra'], code: 'unknownElement' },
      { path: ['contact', 'contact', 'landlinePhoneNumber'], code: 'phoneNeeded' },
      { path: ['contact', 'contact', 'mobilePhoneNumber'], code: 'phoneNeeded' },
    ])
  })

  it('may not have the wrapper beside other elements, around no object, or twice more', () => {
    expect(faults({ ...minimal, contact: { ...contact, contact } })).toEqual([
      { path: ['contact', 'contact'], code: 'unknownElement' },
    ])
    expect(faults({ ...minimal, contact: { contact: 'x' } })).toContainEqual({
      path: ['contact', 'contact'],
      code: 'unknownElement',
    })
    expect(faults({ ...minimal, contact: { contact: { contact } } })).toContainEqual({
      path: ['contact', 'contact', 'contact'],
      code: 'unknownElement',
    })
  })
})

describe('create: any body', () => {
  it('that is valid is accepted, and what is read is read again as itself', () => {
    fc.assert(
      fc.property(validCreate, (body) => {
        const parsed = parseCreateCustomer(body)
        expect(parsed).toMatchObject({ ok: true })
        const value = parsed.ok ? parsed.value : undefined
        expect(parseCreateCustomer(value)).toEqual(parsed)
        expect(parseCreateCustomer(JSON.parse(JSON.stringify(value)))).toEqual(parsed)
      }),
    )
  })

  it('with one bad element is refused at exactly that path', () => {
    fc.assert(
      fc.property(oneFault(validCreate, createElements), ({ body, path, code }) => {
        expect(faults(body)).toEqual([{ path, code }])
      }),
      { numRuns: 500 },
    )
  })
})

describe('create: the answer', () => {
  it('is read whichever name the id of the new customer has, and elements that are unknown are ignored', () => {
    const answer = (item: object) =>
      ack(createdCustomer).parse({ errorCode: '', errorMessage: '', content: [item], pageable: '', extra: 1 })
        .content[0]
    expect(answer({ requestId: 'r', id: 'a', customerid: 'a', extra: 1 })).toEqual({
      requestId: 'r',
      id: 'a',
      customerid: 'a',
    })
    expect(answer({ requestId: 'r', customerid: 'a' })).toEqual({ requestId: 'r', customerid: 'a' })
    expect(() => answer({ id: 'a' })).toThrow()
    expect(() => answer({ requestId: '' })).toThrow()
  })
})
