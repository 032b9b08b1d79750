import { describe, expect, it } from 'vitest'
import { readings } from './customer.arbitrary'
import {
  maxDefinitions,
  parseCreateExternalParamDefinitions,
  parseModifyExternalParamDefinition,
} from './external-param-definition'

const { faults, read } = readings(parseCreateExternalParamDefinitions)
const named = (...names: unknown[]) => ({ externalParamsConfig: names.map((name) => ({ name })) })
const faultsAmong = (present: string[], body: unknown) => {
  const parsed = parseCreateExternalParamDefinitions(body, present)
  return parsed.ok ? [] : parsed.problems
}

describe('new definitions', () => {
  it('are read without what is not given: defaults are the platform’s', () => {
    const full = { name: 'CRM account', displayName: 'Account', Description: 'Of the CRM', isSearchable: false }
    expect(read({ externalParamsConfig: [full, { name: 'a', displayName: '', Description: null }] })).toEqual({
      externalParamsConfig: [full, { name: 'a' }],
    })
  })

  it('are refused with every fault at its entry', () => {
    const body = {
      externalParamsConfig: [
        { name: ' ' },
        { displayName: 'a' },
        { name: 'b', isSearchable: 'true' },
        { name: 'c', description: 'small d' },
        'e',
      ],
      entity: 'customer',
    }
    expect(faults(body)).toEqual([
      { path: ['externalParamsConfig', 0, 'name'], code: 'required' },
      { path: ['externalParamsConfig', 1, 'name'], code: 'required' },
      { path: ['externalParamsConfig', 2, 'isSearchable'], code: 'wrongType' },
      { path: ['externalParamsConfig', 3, 'description'], code: 'unknownElement' },
      { path: ['externalParamsConfig', 4], code: 'wrongType' },
      { path: ['entity'], code: 'unknownElement' },
    ])
  })

  it.each([
    [{}, 'required'],
    [{ externalParamsConfig: [] }, 'required'],
    [{ externalParamsConfig: { name: 'a' } }, 'wrongType'],
  ])('are at least one: %j', (body, code) => {
    expect(faults(body)).toMatchObject([{ path: ['externalParamsConfig'], code }])
  })

  it('are five at most with those that are there, and each beyond is blamed', () => {
    expect(faults(named('a', 'b', 'c', 'd', 'e'))).toEqual([])
    const params = { max: maxDefinitions }
    expect(faultsAmong(['1', '2', '3', '4'], named('a', 'b', 'c'))).toEqual([
      { path: ['externalParamsConfig', 1], code: 'tooManyDefinitions', params },
      { path: ['externalParamsConfig', 2], code: 'tooManyDefinitions', params },
    ])
  })

  it('have names of their own: white space around them and the composition of accents do not count, case does', () => {
    expect(faultsAmong(['Zone', 'e\u0301tat'], named('zone', ' Zone', 'état', 'x', ' x ', 'X'))).toEqual([
      { path: ['externalParamsConfig', 1, 'name'], code: 'nameTaken' },
      { path: ['externalParamsConfig', 2, 'name'], code: 'nameTaken' },
      { path: ['externalParamsConfig', 4, 'name'], code: 'duplicate' },
      ...[3, 4, 5].map((index) => ({
        path: ['externalParamsConfig', index],
        code: 'tooManyDefinitions',
        params: { max: maxDefinitions },
      })),
    ])
  })
})

describe('a change of a definition', () => {
  const change = readings((body) => parseModifyExternalParamDefinition(body, ['Zone']))

  it('says whether it is searchable, and may say no more', () => {
    expect(change.read({ isSearchable: false })).toEqual({ isSearchable: false })
    expect(change.faults({ name: 'a' })).toEqual([{ path: ['isSearchable'], code: 'required' }])
  })

  it('may empty what is optional, never the name', () => {
    expect(change.read({ isSearchable: true, displayName: null, Description: '' })).toEqual({
      isSearchable: true,
      displayName: '',
      Description: '',
    })
    expect(change.faults({ isSearchable: null, name: '' })).toEqual([
      { path: ['name'], code: 'notEmptiable' },
      { path: ['isSearchable'], code: 'notEmptiable' },
    ])
  })

  it('may not take the name of another', () => {
    expect(change.faults({ isSearchable: true, name: ' Zone ' })).toEqual([{ path: ['name'], code: 'nameTaken' }])
    expect(change.read({ isSearchable: true, name: 'zone' })).toMatchObject({ name: 'zone' })
  })
})
