import { expect, test } from 'vitest'
import { elementOfName, elementPathOfName, entriesOfName, valueAt } from './field-name'

test.each([
  ['name', 'name', 'name', []],
  ['contact.identity', 'identity', 'contact.identity', []],
  ['contact.identity.0.idNumber', 'idNumber', 'contact.identity.idNumber', [{ list: 'identity', number: 1 }]],
  ['address.11.zipCode', 'zipCode', 'address.zipCode', [{ list: 'address', number: 12 }]],
  ['address.1', 'address', 'address', [{ list: 'address', number: 2 }]],
])('%s is an input of %s', (name, element, path, entries) => {
  expect(elementOfName(name)).toBe(element)
  expect(elementPathOfName(name)).toBe(path)
  expect(entriesOfName(name)).toEqual(entries)
})

test('a value is found by its own name only', () => {
  const draft = { address: [{ city: 'Haifa' }] }
  expect(valueAt(draft, 'address.0.city')).toBe('Haifa')
  expect(valueAt(draft, 'address.1.city')).toBeUndefined()
  expect(valueAt(draft, 'constructor.name')).toBeUndefined()
})
