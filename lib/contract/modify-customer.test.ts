import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addressIds,
  at,
  contactId,
  fullModify,
  modifyElements,
  oneFault,
  readings,
  told,
  validModify,
  withElement,
} from './customer.arbitrary'
import { modifyCustomer, parseModifyCustomer } from './modify-customer'
import type { ProblemPath } from './problem'

const { faults, read } = readings(parseModifyCustomer)

describe.each(modifyElements.map((element) => ({ ...element, name: element.path.join('.') })))(
  'modify: $name',
  ({ path, kind, emptiness }) => {
    it.each(kind.accepted.map(([sent, value]) => ({ sent, value, told: told(sent) })))(
      'takes $told',
      ({ sent, value }) => {
        const parsed = read(withElement(fullModify(), path, sent))
        expect(at(parsed, path)).toBe(value)
        expect(parsed).toEqual(withElement(fullModify(), path, value))
      },
    )

    it.each(kind.refused.map(([sent, code]) => ({ sent, code, told: told(sent) })))(
      'refuses $told as $code and blames nothing else',
      ({ sent, code }) => {
        expect(faults(withElement(fullModify(), path, sent))).toEqual([{ path, code }])
      },
    )

    it(emptiness === 'emptied' ? 'is set to NULL by "" and null, which is written ""' : 'cannot be emptied', () => {
      for (const sent of ['', null]) {
        const body = withElement(fullModify(), path, sent)
        if (emptiness === 'emptied') expect(read(body)).toEqual(withElement(fullModify(), path, ''))
        else expect(faults(body)).toEqual([{ path, code: 'notEmptiable' }])
      }
    })

    it(emptiness === 'named' ? 'may not be absent' : 'is untouched when it is absent', () => {
      const body = withElement(fullModify(), path, undefined)
      if (emptiness === 'named') expect(faults(body)).toEqual([{ path, code: 'required' }])
      else expect(read(body)).toEqual(body)
    })
  },
)

describe('modify: objects and lists', () => {
  it.each([
    ['contact', 'object', [5, true, 'x', [], [{}]]],
    ['invoiceConfiguration', 'object', [5, true, 'x', [], [{}]]],
    ['address', 'array', [5, true, 'x', {}]],
    ['customFields', 'array', [5, true, 'x', {}]],
    ['campaign', 'array', [5, true, 'x', {}]],
  ] as const)('%s is an %s and nothing else', (name, expected, values) => {
    for (const sent of values) {
      const parsed = parseModifyCustomer({ name: 'Volvo', [name]: sent })
      expect(parsed, told(sent)).toEqual({
        ok: false,
        problems: [{ path: [name], code: 'wrongType', params: { expected } }],
      })
    }
  })

  it.each(['contact', 'address', 'invoiceConfiguration'])('%s cannot be emptied as a whole', (name) => {
    for (const sent of ['', null]) {
      expect(faults({ name: 'Volvo', [name]: sent })).toEqual([{ path: [name], code: 'notEmptiable' }])
    }
  })

  it('identity cannot be emptied, and none of its entries may be empty', () => {
    const path = ['contact', 'identity']
    for (const sent of ['', null, []]) {
      expect(faults(withElement(fullModify(), path, sent))).toEqual([{ path, code: 'notEmptiable' }])
    }
    for (const sent of [{}, { idType: '' }, { idType: null, idNumber: ' ' }]) {
      expect(faults(withElement(fullModify(), [...path, 1], sent))).toEqual([{ path: [...path, 1], code: 'required' }])
    }
    for (const sent of [null, '', 5, 'x', []]) {
      expect(faults(withElement(fullModify(), [...path, 1], sent))).toEqual([{ path: [...path, 1], code: 'wrongType' }])
    }
  })

  it.each(['campaign', 'customFields'])('%s is emptied by [], and by "" or null', (name) => {
    expect(read({ [name]: [] })).toEqual({ [name]: [] })
    expect(read({ [name]: '' })).toEqual({ [name]: '' })
    expect(read({ [name]: null })).toEqual({ [name]: '' })
  })

  it('campaign is a list of whole numbers', () => {
    expect(read({ campaign: [0, 7, Number.MAX_SAFE_INTEGER] })).toEqual({ campaign: [0, 7, Number.MAX_SAFE_INTEGER] })
    expect(faults({ campaign: [1, 1.5, -1, '7', null, [], 1e21] })).toEqual([
      { path: ['campaign', 1], code: 'notWhole' },
      { path: ['campaign', 2], code: 'tooSmall' },
      { path: ['campaign', 3], code: 'wrongType' },
      { path: ['campaign', 4], code: 'wrongType' },
      { path: ['campaign', 5], code: 'wrongType' },
      { path: ['campaign', 6], code: 'tooLarge' },
    ])
  })

  it.each([
    [['status']],
    [['currency']],
    [['logo']],
    [['id']],
    [['contact', 'logo']],
    [['contact', 'identity', 0, 'id']],
    [['address', 1, 'streetNumber']],
    [['invoiceConfiguration', 'id']],
    [['customFields', 0, 'id']],
  ] satisfies [ProblemPath][])('refuses the unknown element %j at its own path, whatever it holds', (path) => {
    for (const sent of ['x', 'ACTIVE', 'USD', '', null, 5, {}, []]) {
      expect(faults(withElement(fullModify(), path, sent))).toEqual([{ path, code: 'unknownElement' }])
    }
  })

  it('keyName is unique, and an address is named once; the later one is to blame', () => {
    const [id] = addressIds
    const address = [
      { id, city: 'a' },
      { id, city: 'b' },
    ]
    expect(faults({ customFields: [{ keyName: 'a' }, { keyName: 'a' }], address })).toEqual([
      { path: ['address', 1, 'id'], code: 'duplicate' },
      { path: ['customFields', 1, 'keyName'], code: 'duplicate' },
    ])
  })

  it('contact.id and contact.role are sent always; together they are a change', () => {
    expect(faults({ contact: { firstName: 'A' } })).toEqual([
      { path: ['contact', 'id'], code: 'required' },
      { path: ['contact', 'role'], code: 'required' },
    ])
    const body = { contact: { id: contactId, role: 'NONE' } }
    expect(read(body)).toEqual(body)
  })

  it('a wrapped contact is read as the plain one, its faults told at the paths as sent', () => {
    const contact = { id: contactId, role: 'none' }
    expect(read({ contact: { contact } })).toEqual({ contact: { id: contactId, role: 'NONE' } })
    expect(faults({ contact: { contact: { ...contact, role: '' } } })).toEqual([
      { path: ['contact', 'contact', 'role'], code: 'notEmptiable' },
    ])
  })
})

describe('modify: a patch that asks for nothing is refused', () => {
  const [id] = addressIds
  it.each([
    [{}, [[]]],
    [{ address: [] }, [['address']]],
    [{ address: [{ id }] }, [['address']]],
    [{ invoiceConfiguration: {} }, [['invoiceConfiguration']]],
    [{ invoiceConfiguration: {}, address: [{ id }] }, [['invoiceConfiguration'], ['address']]],
  ] as [object, ProblemPath[]][])('%j', (body, paths) => {
    expect(faults(body)).toEqual(paths.map((path) => ({ path, code: 'emptyPatch' })))
  })

  it.each([
    [{ address: [{}] }, ['address', 0, 'id'], 'required'],
    [{ address: [[]] }, ['address', 0], 'wrongType'],
    [{ address: [{ id: 'x' }], name: 'Volvo' }, ['address', 0, 'id'], 'uuidFormat'],
    [{ invoiceConfiguration: [] }, ['invoiceConfiguration'], 'wrongType'],
  ] as [object, ProblemPath, string][])('%j is refused for its shape alone', (body, path, code) => {
    expect(faults(body)).toEqual([{ path, code }])
  })

  it.each([
    { name: '' },
    { name: null },
    { allowOfferDelegation: false },
    { campaign: [] },
    { invoiceConfiguration: { vat: '' } },
    { invoiceConfiguration: { vat: 0 } },
    { address: [{ id, street: '' }] },
    { name: 'Volvo', address: [] },
  ])('%j asks for something', (body) => {
    expect(parseModifyCustomer(body)).toMatchObject({ ok: true })
  })
})

describe('modify: the whole body', () => {
  it("takes the page's own example", () => {
    expect(read({ name: 'Volvo' })).toEqual({ name: 'Volvo' })
  })

  it.each([undefined, null, '', 'x', 5, true, [], [{}]])('%j is no body, and the body itself is to blame', (body) => {
    expect(faults(body)).toEqual([{ path: [], code: body === undefined ? 'required' : 'wrongType' }])
  })

  it("knows every element of the page's tables and no other", () => {
    const names = (parent: ProblemPath) =>
      modifyElements.filter(({ path }) => path.slice(0, -1).join() === parent.join()).map(({ path }) => path.at(-1))
    expect(Object.keys(modifyCustomer._zod.def.shape).sort()).toEqual(
      [...names([]), 'contact', 'address', 'invoiceConfiguration', 'campaign', 'customFields'].sort(),
    )
    const full = fullModify()
    expect(Object.keys(full.contact).filter((name) => name !== 'identity')).toEqual(names(['contact']))
    expect(Object.keys(full.address[1] ?? {})).toEqual(names(['address', 1]))
    expect(Object.keys(full.invoiceConfiguration)).toEqual(names(['invoiceConfiguration']))
  })
})

describe('modify: any patch', () => {
  it('that is valid is accepted, and what is read is read again as itself', () => {
    fc.assert(
      fc.property(validModify, (body) => {
        const parsed = parseModifyCustomer(body)
        expect(parsed).toMatchObject({ ok: true })
        const value = parsed.ok ? parsed.value : undefined
        expect(parseModifyCustomer(value)).toEqual(parsed)
        expect(parseModifyCustomer(JSON.parse(JSON.stringify(value)))).toEqual(parsed)
      }),
    )
  })

  it('keeps every element that was sent: none is lost for being empty or false', () => {
    fc.assert(
      fc.property(validModify, (body) => {
        const keys = (value: unknown): unknown =>
          value !== null && typeof value === 'object'
            ? Object.fromEntries(Object.entries(value).map(([key, child]) => [key, keys(child)]))
            : undefined
        expect(keys(read(body))).toEqual(keys(body))
      }),
    )
  })

  it('with one bad element is refused at exactly that path', () => {
    fc.assert(
      fc.property(oneFault(validModify, modifyElements), ({ body, path, code }) => {
        expect(faults(body)).toEqual([{ path, code }])
      }),
      { numRuns: 500 },
    )
  })
})

describe('modify: rules of the caller', () => {
  it('see the body without a doubled contact wrapper, and their faults stand beside the others at the paths of the body as sent', () => {
    const seen: unknown[] = []
    const parsed = parseModifyCustomer({ type: 'x', contact: { contact: { id: 'x', role: 'NONE' } } }, (body) => {
      seen.push(body)
      return [{ path: ['contact', 'role'], code: 'unknownId' }]
    })
    expect(seen).toEqual([{ type: 'x', contact: { id: 'x', role: 'NONE' } }])
    const found = parsed.ok ? [] : parsed.problems.map(({ path, code }) => [path.join('.'), code])
    expect(found.toSorted()).toEqual([
      ['contact.contact.id', 'uuidFormat'],
      ['contact.contact.role', 'unknownId'],
      ['type', 'notOneOf'],
    ])
  })
})
