import { expect, test } from 'vitest'
import type { NamedProblem } from '@/lib/forms/field-problem'
import { problemCounts, sectionOf } from './form-section'

const sections = [
  { id: 'profile', title: 'Profile', elements: ['name', 'currency'] },
  { id: 'addresses', title: 'Addresses', elements: ['address'] },
]

function problemAt(name: string): NamedProblem {
  return { name, problem: { type: 'required', problem: { code: 'required' } } }
}

test('a fault belongs to the section that shows the element at the top of its path', () => {
  expect(sectionOf(sections, 'currency')?.id).toBe('profile')
  expect(sectionOf(sections, 'address.1.zipCode')?.id).toBe('addresses')
  expect(sectionOf(sections, 'planet')).toBeUndefined()
})

test('each section counts its own faults', () => {
  const counts = problemCounts(sections, ['name', 'address', 'address.1.zipCode', 'planet'].map(problemAt))
  expect([...counts]).toEqual([
    ['profile', 1],
    ['addresses', 2],
  ])
})
