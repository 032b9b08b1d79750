import { describe, expect, it } from 'vitest'
import { call } from './call'
import { type Code, codes } from './code'
import { accepted, ack, nak, toAck, toNak } from './envelope'
import { type ProblemCode, problemTexts, toWireProblem, wireProblem } from './problem'

const pageable = { page: 0, size: 10, totalPages: 1, totalElements: 1 }

describe('an ACK', () => {
  const answer = {
    errorCode: '',
    errorMessage: '',
    content: [{ requestId: 'ff74dca6-8e7f-4b85-a42b-13860913b370' }],
    pageable,
  }

  it('is read as the page prints it, and written as it is read', () => {
    expect(ack(accepted).parse(answer)).toEqual(answer)
    expect(toAck(answer.content)).toEqual(answer)
  })

  it('may hold elements that we do not know', () => {
    const content = [{ ...answer.content[0], extra: 1 }]
    expect(ack(accepted).parse({ ...answer, content, extra: {}, pageable: { ...pageable, sort: 'x' } })).toEqual(answer)
  })

  it.each([undefined, null, '', [], { page: '0' }])('may have %j for its paging', (odd) => {
    expect(ack(accepted).parse({ ...answer, pageable: odd })).toMatchObject({ content: answer.content })
  })

  it.each([
    ['a failure code', { ...answer, errorCode: 'GLOBAL_1001' }],
    ['no code', { ...answer, errorCode: undefined }],
    ['no content', { ...answer, content: undefined }],
    ['a text for content', { ...answer, content: '' }],
    ['an object for content', { ...answer, content: answer.content[0] }],
    ['an item without requestId', { ...answer, content: [{}] }],
    ['an item with a blank requestId', { ...answer, content: [{ requestId: '' }] }],
  ])('is none with %s', (_, garbage) => {
    expect(ack(accepted).safeParse(garbage).success).toBe(false)
  })

  it.each([null, '', 'x', 5, [], {}, '<html>'])('is none when the answer is %j', (garbage) => {
    expect(ack(accepted).safeParse(garbage).success).toBe(false)
    expect(nak.safeParse(garbage).success).toBe(false)
  })

  it('counts its elements where it has no paging of its own, and keeps the paging it is given', () => {
    expect(toAck([1, 2, 3]).pageable).toEqual({ page: 0, size: 10, totalPages: 1, totalElements: 3 })
    const page = { page: 2, size: 5, totalPages: 3, totalElements: 11 }
    expect(toAck([1], page).pageable).toEqual(page)
  })
})

describe('a NAK', () => {
  it.each(Object.keys(codes) as Code[])('of %s has the shape that the page prints', (code) => {
    expect(toNak(code)).toEqual({ errorCode: code, errorMessage: codes[code].message, content: '', pageable: '' })
  })

  it('carries the elements to blame, and only where there are any', () => {
    const problems = [
      { path: ['address', 0, 'zipCode'], code: 'required' as const },
      { path: ['status'], code: 'notOneOf' as const, params: { options: 'ACTIVE, SUSPEND' } },
    ]
    const written = toNak('GLOBAL_1002', problems)
    expect(written.errors).toEqual([
      { path: ['address', 0, 'zipCode'], code: 'required', message: 'is required' },
      { path: ['status'], code: 'notOneOf', message: 'must be one of ACTIVE, SUSPEND', params: problems[1]?.params },
    ])
    expect(nak.parse(written).errors).toEqual(written.errors)
    expect(toNak('GLOBAL_1002', [])).not.toHaveProperty('errors')
  })

  it('is read whatever its code is, but not without one', () => {
    expect(nak.parse({ errorCode: 'NEW_1' })).toMatchObject({ errorCode: 'NEW_1', errorMessage: '' })
    expect(nak.safeParse({ errorCode: '' }).success).toBe(false)
    expect(nak.safeParse({ errorCode: 5 }).success).toBe(false)
  })

  it.each([5, 'x', {}, [{}], [{ path: 'a', code: 'b' }], [5]])('is read without errors when they are %j', (errors) => {
    expect(nak.parse({ errorCode: 'GLOBAL_1002', errors }).errors).toBeUndefined()
  })

  it('is read without an outcome that we do not know', () => {
    expect(nak.parse({ errorCode: 'GLOBAL_1001', outcome: 'unknown' }).outcome).toBe('unknown')
    expect(nak.parse({ errorCode: 'GLOBAL_1001', outcome: 'other' }).outcome).toBeUndefined()
  })

  it('keeps a fault of an unknown code at its path', () => {
    for (const code of ['newCode', '__proto__', 'toString']) {
      expect(wireProblem.parse({ path: ['a', 0], code, message: 'm' })).toMatchObject({
        path: ['a', 0],
        code: 'invalid',
      })
    }
  })
})

it.each(Object.keys(problemTexts) as ProblemCode[])(
  'the text of %s is filled from parameters, without a gap',
  (code) => {
    const names = [...problemTexts[code].matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string)
    const params = Object.fromEntries(names.map((name) => [name, `<${name}>`]))
    const { message } = toWireProblem({ path: [], code, params })
    for (const name of names) expect(message).toContain(`<${name}>`)
    expect(message).not.toMatch(/[{}]/)
  },
)

it('the status of a request is one of four, and nothing else is read as one', () => {
  for (const status of ['OPEN', 'SUCCESS', 'FAILURE', 'INTERNAL_ERROR']) {
    expect(call.parse({ status, extra: 1 })).toEqual({ status })
  }
  for (const status of ['open', 'DONE', '', null, undefined]) expect(call.safeParse({ status }).success).toBe(false)
})
