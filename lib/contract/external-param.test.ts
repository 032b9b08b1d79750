import { describe, expect, it } from 'vitest'
import { readings, told } from './customer.arbitrary'
import { filledText } from './element.arbitrary'
import {
  parseCreateExternalParams,
  parseExternalParamEntity,
  parseModifyExternalParam,
  readExternalParamIds,
  toExternalParamIds,
} from './external-param'

const { faults, read } = readings(parseModifyExternalParam)

describe('the value of an external parameter', () => {
  it("takes the page's own example", () => {
    expect(read({ value: '123456789' })).toEqual({ value: '123456789' })
  })

  it.each(filledText.accepted.map(([sent]) => ({ sent, told: told(sent) })))('takes $told as it is', ({ sent }) => {
    expect(read({ value: sent })).toEqual({ value: sent })
  })

  it.each(filledText.refused.map(([sent, code]) => ({ sent, code, told: told(sent) })))(
    'refuses $told as $code',
    ({ sent, code }) => {
      expect(faults({ value: sent })).toEqual([{ path: ['value'], code }])
    },
  )

  it('is mandatory and cannot be emptied', () => {
    expect(faults({})).toEqual([{ path: ['value'], code: 'required' }])
    for (const value of ['', null]) expect(faults({ value })).toEqual([{ path: ['value'], code: 'notEmptiable' }])
  })

  it('stands alone in its body', () => {
    expect(faults({ value: 'x', id: 'y' })).toEqual([{ path: ['id'], code: 'unknownElement' }])
    expect(faults('x')).toEqual([{ path: [], code: 'wrongType' }])
  })
})

const [crm, erp, site] = [
  'ff74dca6-8e7f-4b85-a42b-13860913b370',
  '5b1a0c1e-0b3f-4a55-9d6b-2a9d4f3b7c10',
  '0c9e4b9e-8c4e-4b6e-8f0a-1d7b9a2c3e41',
] as const

describe('values that are set together', () => {
  const create = readings(parseCreateExternalParams)
  const entry = (extParamConfigId: unknown, value: unknown = 'a') => ({ extParamConfigId, value })

  it('name their definitions in any case, and are taken as they are', () => {
    expect(create.read({ externalParams: [entry(crm.toUpperCase(), ' 1 '), entry(erp, '2')] })).toEqual({
      externalParams: [entry(crm, ' 1 '), entry(erp, '2')],
    })
  })

  it('are refused with every fault at its entry', () => {
    const entries = [entry('x'), entry(crm, ' '), { value: 1 }, entry(crm.toUpperCase()), { ...entry(erp), id: 1 }]
    expect(create.faults({ externalParams: entries })).toEqual([
      { path: ['externalParams', 0, 'extParamConfigId'], code: 'uuidFormat' },
      { path: ['externalParams', 1, 'value'], code: 'required' },
      { path: ['externalParams', 2, 'extParamConfigId'], code: 'required' },
      { path: ['externalParams', 2, 'value'], code: 'wrongType' },
      { path: ['externalParams', 4, 'id'], code: 'unknownElement' },
      { path: ['externalParams', 3, 'extParamConfigId'], code: 'duplicate' },
    ])
  })

  it('are at least one', () => {
    for (const body of [{}, { externalParams: [] }]) {
      expect(create.faults(body)).toEqual([{ path: ['externalParams'], code: 'required' }])
    }
  })

  it('are of definitions that are there and have no active value yet', () => {
    const now = { definitionIds: new Set([crm, erp]), setDefinitionIds: new Set([erp]) }
    const parsed = parseCreateExternalParams({ externalParams: [entry(crm), entry(erp), entry(site)] }, now)
    expect(parsed).toEqual({
      ok: false,
      problems: [
        { path: ['externalParams', 1, 'extParamConfigId'], code: 'alreadySet' },
        { path: ['externalParams', 2, 'extParamConfigId'], code: 'unknownDefinition' },
      ],
    })
  })
})

it('many ids travel in one segment of a path', () => {
  expect(toExternalParamIds([crm, erp])).toBe(`${crm},${erp}`)
  expect(readExternalParamIds(`${crm.toUpperCase()}, ${erp}`)).toEqual([crm, erp])
})

it('an entity is one of three, in lower case', () => {
  expect(parseExternalParamEntity('plan')).toEqual({ ok: true, value: { entity: 'plan' } })
  for (const entity of ['package', 'PLAN', '', 'toString']) {
    expect(parseExternalParamEntity(entity)).toMatchObject({ ok: false, problems: [{ path: ['entity'] }] })
  }
})
