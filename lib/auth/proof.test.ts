import { describe, expect, it } from 'vitest'
import { missingProof } from '@/lib/auth/proof'

describe('missingProof', () => {
  it.each([
    ['DISABLED', false, false, undefined],
    ['DISABLED', true, false, undefined],
    ['DISABLED', true, true, undefined],
    ['ENABLED', false, false, undefined],
    ['ENABLED', true, false, 'code'],
    ['ENABLED', true, true, undefined],
    ['MANDATORY', false, false, 'enrolment'],
    ['MANDATORY', false, true, 'enrolment'],
    ['MANDATORY', true, false, 'code'],
    ['MANDATORY', true, true, undefined],
  ] as const)('under %s, enrolled %s, proved %s, a session lacks %s', (policy, enrolled, proved, missing) => {
    expect(missingProof({ policy, enrolled, proved })).toBe(missing)
  })
})
