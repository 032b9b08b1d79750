import { describe, expect, it } from 'vitest'
import { passwordStrength } from './password-strength'

describe('the strength of a password', () => {
  it.each([
    ['', { level: 'none' }],
    ['abc', { level: 'weak', more: 9, kinds: ['upper', 'digit', 'sign'] }],
    ['Abcdefg1', { level: 'weak', more: 4, kinds: ['sign'] }],
    ['Abcdef1!', { level: 'fair' }],
    ['abcabcabcabc', { level: 'fair' }],
    ['correct horse', { level: 'good' }],
    ['correct horse battery', { level: 'strong' }],
    // One character for the reader, two code units for the machine.
    ['🐎'.repeat(11), { level: 'weak', more: 1, kinds: ['upper', 'lower', 'digit'] }],
    ['x'.repeat(129), { level: 'tooLong' }],
  ])('of %j is told', (password, strength) => {
    expect(passwordStrength(password)).toEqual(strength)
  })
})
