import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { parseCreateCustomer } from './create-customer'
import { at, contactId, createElements, fullCreate, fullModify, modifyElements } from './customer.arbitrary'
import { parseCreateExternalParams, parseModifyExternalParam } from './external-param'
import { parseCreateExternalParamDefinitions, parseModifyExternalParamDefinition } from './external-param-definition'
import { parseModifyCustomer } from './modify-customer'
import { type Parsed, parse } from './parse'
import { type Problem, type ProblemCode, problemTexts, toWireProblem } from './problem'
import { maxDepth, maxValues } from './well-formed'

const calls: [string, (body: unknown) => Parsed<unknown>][] = [
  ['create', parseCreateCustomer],
  ['modify', parseModifyCustomer],
  ['external param', parseModifyExternalParam],
  ['new external params', parseCreateExternalParams],
  ['new definitions', parseCreateExternalParamDefinitions],
  ['definition', parseModifyExternalParamDefinition],
]

const minimal = { status: 'ACTIVE', currency: 'USD' }

const problemsOf = (parsed: Parsed<unknown>): Problem[] => (parsed.ok ? [] : parsed.problems)
const faults = (parsed: Parsed<unknown>) => problemsOf(parsed).map(({ path, code }) => ({ path, code }))

/** Codes that blame an element for not being there; all others blame one that is. */
const ofMissing: ProblemCode[] = ['required', 'phoneNeeded', 'streetOrPoboxNeeded', 'paymentDueUnitsNeeded']

/** A problem must be one that a peer can show: a known code, a text without gaps, and a path that the body has, or that it lacks. */
function expectTellable(body: unknown, problem: Problem) {
  expect(Object.hasOwn(problemTexts, problem.code)).toBe(true)
  const { message } = toWireProblem(problem)
  expect(message).not.toBe('')
  expect(message).not.toMatch(/[{}]/)
  expect(message).not.toMatch(/undefined|NaN|\[object/)
  const parent = problem.path.length === 0 ? body : at(body, problem.path.slice(0, -1))
  if (problem.path.length === 0) return
  expect(parent, `parent of ${JSON.stringify(problem.path)}`).toBeTypeOf('object')
  expect(parent).not.toBeNull()
  if (ofMissing.includes(problem.code)) return
  expect(Object.hasOwn(parent as object, problem.path.at(-1) as string), JSON.stringify(problem.path)).toBe(true)
}

/** Any JSON at all, and JSON with the names of our elements, which gets further into a schema. */
const names = [...createElements, ...modifyElements].flatMap(({ path }) =>
  path.filter((part) => typeof part === 'string'),
)
const familiar = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom(null, '', 0, -1, 1.5, true, 'ACTIVE', 'private', 'USD', '28122000', '\0', '\ud800', contactId),
    fc.jsonValue({ maxDepth: 1 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names, '__proto__', 'constructor', 'toString'), tie('value'), { maxKeys: 6 }),
  ),
})).value
const anyJson = fc.oneof(fc.jsonValue(), familiar).map((value) => JSON.parse(JSON.stringify(value)) as unknown)

describe.each(calls)('%s: any body', (_, read) => {
  it('is read without an exception, and a refusal names at least one fault that can be told', () => {
    fc.assert(
      fc.property(anyJson, (body) => {
        const parsed = read(body)
        if (parsed.ok) return
        expect(parsed.problems.length).toBeGreaterThan(0)
        for (const problem of parsed.problems) expectTellable(body, problem)
        const paths = parsed.problems.map(({ path }) => JSON.stringify(path))
        expect(new Set(paths).size).toBe(paths.length)
      }),
      { numRuns: 1000 },
    )
  })

  it('that is not even JSON is read without an exception', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true }), (body) => {
        expect(read(body)).toHaveProperty('ok')
      }),
      { numRuns: 500 },
    )
  })

  it('that is accepted can be sent: it is plain JSON', () => {
    fc.assert(
      fc.property(anyJson, (body) => {
        const parsed = read(body)
        if (parsed.ok) expect(JSON.parse(JSON.stringify(parsed.value))).toEqual(parsed.value)
      }),
    )
  })
})

describe('hostile bodies', () => {
  const text = (value: unknown) => JSON.stringify(value)

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'])(
    'the prototype name %s is an unknown element like any other, at every place',
    (name) => {
      const key = text(name)
      const body = JSON.parse(`{"status":"ACTIVE","currency":"USD",${key}:{"name":"x"},
        "contact":{${key}:1,"mobilePhoneNumber":"1234567","identity":[{"idType":"ID","idNumber":"1",${key}:null}]},
        "address":[{"zipCode":"1","city":"a","country":"b","fullName":"c","pobox":"d",${key}:[]}],
        "invoiceConfiguration":{${key}:""},"customFields":[{"keyName":"a",${key}:{}}]}`)
      const paths = [
        [],
        ['contact'],
        ['contact', 'identity', 0],
        ['address', 0],
        ['invoiceConfiguration'],
        ['customFields', 0],
      ]
      const found = faults(parseCreateCustomer(body))
      expect(found).toHaveLength(paths.length)
      expect(found).toEqual(
        expect.arrayContaining(paths.map((path) => ({ path: [...path, name], code: 'unknownElement' }))),
      )
      expect(faults(parseModifyCustomer(JSON.parse(`{${key}:{"name":"x"}}`)))).toEqual([
        { path: [name], code: 'unknownElement' },
      ])
    },
  )

  it('elements do not come from the prototype', () => {
    const body = JSON.parse('{"__proto__":{"status":"ACTIVE","currency":"USD"}}')
    expect(faults(parseCreateCustomer(body))).toEqual([
      { path: ['status'], code: 'required' },
      { path: ['currency'], code: 'required' },
      { path: ['__proto__'], code: 'unknownElement' },
    ])
    expect(({} as { status?: string }).status).toBeUndefined()
  })

  it('an enumeration, a custom field or an e-mail address may be named like the prototype without harm', () => {
    const body = { ...minimal, name: '__proto__', customFields: [{ keyName: '__proto__', keyValue: 'constructor' }] }
    expect(parseCreateCustomer(body)).toEqual({ ok: true, value: body })
  })

  it.each([
    ['NUL', 'a\0b', 'nulCharacter'],
    ['a lone high surrogate', 'a\ud800b', 'loneSurrogate'],
    ['a lone low surrogate', 'a\udfffb', 'loneSurrogate'],
    ['surrogates in the wrong order', '\ude00\ud83d', 'loneSurrogate'],
  ])('%s is refused in values and in names, at its own path', (_, bad, code) => {
    const body = JSON.parse(
      text({ ...minimal, name: bad, [bad]: 1, contact: { ...fullCreate().contact, remarks: bad } }),
    )
    const found = faults(parseCreateCustomer(body))
    expect(found).toHaveLength(3)
    expect(found).toEqual(
      expect.arrayContaining([['name'], [bad], ['contact', 'remarks']].map((path) => ({ path, code }))),
    )
    expect(faults(parseModifyExternalParam({ value: bad }))).toEqual([{ path: ['value'], code }])
  })

  it('paired surrogates and every other control character are text', () => {
    const name = '🚀\u0001\u007f\ufeff\uffff'
    expect(parseCreateCustomer({ ...minimal, name })).toEqual({ ok: true, value: { ...minimal, name } })
  })

  const nested = (open: string, close: string) => (levels: number) =>
    JSON.parse(open.repeat(levels) + (open === '[' ? '' : '1') + close.repeat(levels)) as unknown
  const arrays = nested('[', ']')
  const objects = nested('{"a":', '}')

  it.each([
    ['arrays', arrays],
    ['objects', objects],
  ])('100,000 levels of %s overflow nothing, and the element is to blame where they stand', (_, levels) => {
    const deep = levels(100_000)
    expect(faults(parseCreateCustomer({ ...minimal, name: deep, status: '' }))).toEqual([
      { path: ['status'], code: 'required' },
      { path: ['name'], code: 'wrongType' },
    ])
    expect(faults(parseCreateCustomer({ ...minimal, deep }))).toEqual([{ path: ['deep'], code: 'unknownElement' }])
    expect(faults(parseModifyCustomer({ name: 'Volvo', campaign: [1, deep] }))).toEqual([
      { path: ['campaign', 1], code: 'wrongType' },
    ])
    expect(faults(parseModifyExternalParam({ value: deep }))).toEqual([{ path: ['value'], code: 'wrongType' }])
    for (const [, read] of calls) expect(read(deep).ok).toBe(false)
  })

  it('what nests too deeply is refused also where the schema would take it', () => {
    const free = z.object({ free: z.unknown() })
    expect(parse(free, { free: arrays(maxDepth - 1) })).toMatchObject({ ok: true })
    const parsed = parse(free, { free: arrays(100_000), other: '\0' })
    expect(faults(parsed)).toEqual([
      { path: ['other'], code: 'nulCharacter' },
      { path: ['free', ...Array.from({ length: maxDepth - 1 }, () => 0)], code: 'tooDeep' },
    ])
  })

  it('500 faults are told at once, each at its own path', () => {
    const entry = { zipCode: '1', city: 'a', country: 'b', fullName: 'c', pobox: 'd' }
    const address = Array.from({ length: 500 }, () => ({ ...entry, type: 'x' }))
    expect(faults(parseCreateCustomer({ ...minimal, address }))).toEqual(
      address.map((_, index) => ({ path: ['address', index, 'type'], code: 'notOneOf' })),
    )
  })

  it('a body of nothing but faults is answered with a bounded number of them', () => {
    const body = Object.fromEntries(Array.from({ length: 9_000 }, (_, index) => [`x${index}`, '\0']))
    expect(problemsOf(parseCreateCustomer({ ...minimal, ...body }))).toHaveLength(2000)
  })

  it('a full body of every call is read in the presence of none of this', () => {
    expect(parseCreateCustomer(fullCreate())).toEqual({ ok: true, value: fullCreate() })
    expect(parseModifyCustomer(fullModify())).toEqual({ ok: true, value: fullModify() })
  })
})

describe('a body with more values than any customer has', () => {
  const many = (value: unknown) => Array.from({ length: 60_000 }, () => value)
  it.each([
    ['empty addresses', { address: many({}) }],
    ['numbers for addresses', { address: many(1) }],
    ['numbers for custom fields', { customFields: many(1) }],
    ['campaigns', { campaign: many(1) }],
    ['unknown elements', Object.fromEntries(many(0).map((_, index) => [`x${index}`, 1]))],
  ])('is refused as a whole, without a fault for each: %s', (_, part) => {
    const refused = {
      ok: false,
      problems: [{ path: [], code: 'tooManyValues', params: { max: maxValues } }],
    }
    expect(parseCreateCustomer({ status: 'ACTIVE', currency: 'EUR', ...part })).toEqual(refused)
    expect(parseModifyCustomer(part)).toEqual(refused)
  })

  it('is not one with 400 whole addresses', () => {
    const address = {
      zipCode: '1',
      city: 'Bonn',
      country: 'DEU',
      fullName: 'Ada',
      pobox: '7',
      street: 's',
      buildingNumber: '1',
    }
    const body = { status: 'ACTIVE', currency: 'EUR', address: Array.from({ length: 400 }, () => address) }
    expect(parseCreateCustomer(body).ok).toBe(true)
  })
})
