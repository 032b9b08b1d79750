import { describe, expect, it } from 'vitest'
import { type Code, codes, isCode } from './code'

/** The codes as the platform's pages print them. */
const printed: Record<string, string> = {
  GLOBAL_1001: 'Service unavailable. Please try again',
  GLOBAL_1003: 'Provided request ID does not exist for your account',
  CUSTOMER_1000: 'Root customer cannot be deleted',
  CUSTOMER_1002: 'Customer does not exist',
  CUSTOMER_1003: 'Failed to update customer details',
  CUSTOMER_1004: 'Failed to delete customer',
  CUSTOMER_1006: 'Failed to retrieve customer details',
  CUSTOMER_1009: 'Customer has siblings and cannot be deleted',
  CUSTOMER_1025: 'Failed to update external params item',
}

describe('the table of codes', () => {
  it('has every printed code with its printed message, and marks all others as ours', () => {
    const theirs = Object.entries(codes).filter(([, { ours }]) => !ours)
    expect(Object.fromEntries(theirs.map(([code, { message }]) => [code, message]))).toEqual(printed)
  })

  it.each(Object.entries(codes))('%s has a message and the status of a failure on either side', (_, code) => {
    expect(code.message.trim()).not.toBe('')
    expect(code.console).toBeGreaterThanOrEqual(400)
    expect(code.console).toBeLessThan(600)
    expect(code.sandbox).toBeGreaterThanOrEqual(400)
    expect(code.sandbox).toBeLessThan(600)
  })

  it.each([
    ['AUTH_1001', 401, 401],
    ['AUTH_1003', 403, 403],
    ['CUSTOMER_1002', 404, 404],
    ['GLOBAL_1001', 502, 503],
    ['GLOBAL_1002', 422, 400],
    ['GLOBAL_1003', 404, 404],
    ['GLOBAL_1004', 429, 429],
    ['CUSTOMER_1003', 422, 400],
    ['CUSTOMER_1025', 422, 400],
  ] as [Code, number, number][])('%s answers %i at the console and %i at the sandbox', (code, console, sandbox) => {
    expect(codes[code]).toMatchObject({ console, sandbox })
  })

  it('knows its own codes only, prototype names not among them', () => {
    expect(isCode('GLOBAL_1001')).toBe(true)
    for (const other of ['', 'global_1001', 'GLOBAL_9999', 'toString', '__proto__']) expect(isCode(other)).toBe(false)
  })
})
