import { expect, it } from 'vitest'
import {
  conflictsOf,
  draftOfDefinition,
  isSameDefinition,
  newDefinition,
  toCreateDefinitions,
  toModifyDefinition,
  withPresent,
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

it('what somebody else has set meanwhile is to be chosen where the user has changed it too, and counts as seen once told', () => {
  const seen = { id: '1', entityType: 'customer', name: 'crmId', displayName: 'CRM', isSearchable: true }
  const before = draftOfDefinition(seen)
  const told = [
    { path: ['isSearchable'], code: 'changedMeanwhile' as const, present: false },
    { path: ['displayName'], code: 'changedMeanwhile' as const, present: '' },
    { path: ['name'], code: 'nameTaken' as const },
  ]
  const conflicts = conflictsOf(told, before, { ...before, displayName: 'Mine' })
  expect(conflicts).toEqual([
    { element: 'displayName', present: '', isMine: true },
    { element: 'isSearchable', present: false, isMine: false },
  ])
  expect(withPresent(seen, conflicts)).toEqual({ ...seen, displayName: null, isSearchable: false })
})
