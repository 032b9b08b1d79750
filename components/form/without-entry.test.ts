import { expect, test } from 'vitest'
import type { Problem } from '@/lib/contract/problem'
import type { NamedProblem } from '@/lib/forms/field-problem'
import { withoutEntry } from './without-entry'

const submission = Symbol('submission')
const field = (name: string): NamedProblem => ({ name, problem: { type: 'required', problem: { code: 'required' } } })
const other = (...path: Problem['path']): Problem => ({ path, code: 'invalid' })

test('the faults of an entry go with it, and those of the entries after it move up', () => {
  const report = {
    submission,
    fields: [
      'name',
      'address',
      'address.0.city',
      'address.1',
      'address.1.city',
      'address.2.city',
      'address.11.city',
    ].map(field),
    rest: [other(), other('address', 1, 'x'), other('address', 2, 'x'), other('customFields', 1)],
  }
  expect(withoutEntry(report, 'address', 1)).toEqual({
    submission,
    fields: ['name', 'address', 'address.0.city', 'address.1.city', 'address.10.city'].map(field),
    rest: [other(), other('address', 1, 'x'), other('customFields', 1)],
  })
})

test('a list inside of an object is told from one beside it', () => {
  const fields = ['contact.identity.0.idType', 'contact.identity.1.idType', 'identity.1.idType'].map(field)
  expect(withoutEntry({ submission, fields, rest: [] }, 'contact.identity', 0).fields).toEqual(
    ['contact.identity.0.idType', 'identity.1.idType'].map(field),
  )
})
