import { expect, it } from 'vitest'
import {
  draftOfDefinition,
  isSameDefinition,
  newDefinition,
  toCreateDefinitions,
  toModifyDefinition,
} from './definition-draft'

it('what is left empty is not sent with a new definition, a blank entry is', () => {
  const draft = { externalParamsConfig: [{ ...newDefinition, name: 'crmId', isSearchable: false }, newDefinition] }
  expect(toCreateDefinitions(draft)).toEqual({
    externalParamsConfig: [{ name: 'crmId', isSearchable: false }, { isSearchable: true }],
  })
})

it('a change sends what is changed, "" for what is emptied, and isSearchable in any case', () => {
  const stands = { id: '1', entityType: 'customer', name: 'crmId', displayName: 'CRM', Description: null }
  const before = draftOfDefinition(stands)
  expect(before).toEqual({ name: 'crmId', displayName: 'CRM', Description: '', isSearchable: true })
  expect(isSameDefinition(before, { ...before })).toBe(true)
  expect(toModifyDefinition(before, { ...before, displayName: '' })).toEqual({ displayName: '', isSearchable: true })
  expect(toModifyDefinition(before, { ...before, name: 'crm', isSearchable: false })).toEqual({
    name: 'crm',
    isSearchable: false,
  })
})
