import { describe, expect, it } from 'vitest'
import { readings, told } from './customer.arbitrary'
import { filledText } from './element.arbitrary'
import { parseModifyExternalParam } from './external-param'

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
