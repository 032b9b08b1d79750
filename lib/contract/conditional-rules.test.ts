import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditionalRules, conditionalRulesAfterMerge, type MergedCustomer } from './conditional-rules'
import { addressIds, contactId } from './customer.arbitrary'

const [id, otherId] = addressIds
const unknownId = 'ffffffff-8c4e-4b6e-8f0a-1d7b9a2c3e41'

/** The faults of a patch, given the touched parts of the customer as they would stand after it. */
const faults = (patch: unknown, merged: MergedCustomer) =>
  conditionalRulesAfterMerge(patch, merged).map(({ path, code }) => `${path.join('.')} ${code}`)

describe('after the merge, a contact needs a landline or a mobile number', () => {
  const patched = (patch: object, phones: object) =>
    faults({ contact: { id: contactId, role: 'NONE', ...patch } }, { contact: [{ id: contactId, ...phones } as never] })

  it('and the number that was emptied is to blame', () => {
    expect(patched({ mobilePhoneNumber: '' }, { mobilePhoneNumber: '' })).toEqual([
      'contact.mobilePhoneNumber phoneNeeded',
    ])
    expect(patched({ landlinePhoneNumber: null }, { landlinePhoneNumber: null, mobilePhoneNumber: null })).toEqual([
      'contact.landlinePhoneNumber phoneNeeded',
    ])
    expect(patched({ landlinePhoneNumber: '', mobilePhoneNumber: '' }, {})).toEqual([
      'contact.landlinePhoneNumber phoneNeeded',
      'contact.mobilePhoneNumber phoneNeeded',
    ])
  })

  it('and the one that remains is enough', () => {
    expect(patched({ mobilePhoneNumber: '' }, { mobilePhoneNumber: '', landlinePhoneNumber: '1234567' })).toEqual([])
    expect(patched({ mobilePhoneNumber: '1234567' }, { mobilePhoneNumber: '1234567' })).toEqual([])
  })

  it('but a patch that leaves the numbers alone is not blamed for what was so before', () => {
    expect(patched({ firstName: 'A' }, {})).toEqual([])
  })

  it('and an id that is nobody’s says nothing of the rule', () => {
    const contact = { id: unknownId, role: 'NONE', mobilePhoneNumber: '' }
    expect(faults({ contact }, { contact: [{ id: contactId }] })).toEqual([])
    expect(faults({ contact }, {})).toEqual([])
  })
})

describe('after the merge, an address needs a post office box, or both street and building number', () => {
  const patched = (patch: object, after: object) =>
    faults(
      {
        address: [
          { id: otherId, city: 'a' },
          { id, ...patch },
        ],
      },
      { address: [{ id, ...after } as never, { id: otherId }] },
    )

  it('and what was emptied is to blame', () => {
    expect(patched({ street: '' }, { buildingNumber: '1' })).toEqual(['address.1.street streetOrPoboxNeeded'])
    expect(patched({ street: '', buildingNumber: '' }, {})).toEqual([
      'address.1.street streetOrPoboxNeeded',
      'address.1.buildingNumber streetOrPoboxNeeded',
    ])
    expect(patched({ pobox: '' }, {})).toEqual(['address.1.pobox streetOrPoboxNeeded'])
    expect(patched({ pobox: '' }, { street: 'a' })).toEqual(['address.1.pobox streetOrPoboxNeeded'])
  })

  it('and what is missing is to blame where nothing was emptied', () => {
    expect(patched({ street: 'a' }, { street: 'a' })).toEqual(['address.1.buildingNumber streetOrPoboxNeeded'])
    expect(patched({ street: ' ' }, { street: ' ', buildingNumber: '1' })).toEqual([
      'address.1.street streetOrPoboxNeeded',
    ])
  })

  it('and what remains may be enough', () => {
    expect(patched({ street: '' }, { pobox: '1' })).toEqual([])
    expect(patched({ pobox: '' }, { street: 'a', buildingNumber: '1' })).toEqual([])
  })

  it('but other entries, other elements and unknown ids are not asked', () => {
    expect(patched({ city: 'b' }, {})).toEqual([])
    expect(faults({ address: [{ id: unknownId, street: '' }] }, { address: [{ id }] })).toEqual([])
  })
})

describe('after the merge, paymentDueAfterInvoiceIssued needs paymentDueUnits', () => {
  const units = ['invoiceConfiguration.paymentDueUnits paymentDueUnitsNeeded']
  const patched = (invoiceConfiguration: object, after: object) =>
    faults({ invoiceConfiguration }, { invoiceConfiguration: after })

  it('and the units are to blame, emptied or never given', () => {
    expect(patched({ paymentDueUnits: '' }, { paymentDueAfterInvoiceIssued: 15, paymentDueUnits: '' })).toEqual(units)
    expect(patched({ paymentDueAfterInvoiceIssued: 0 }, { paymentDueAfterInvoiceIssued: 0 })).toEqual(units)
  })

  it('and without a number the units may go', () => {
    expect(patched({ paymentDueUnits: '', paymentDueAfterInvoiceIssued: '' }, {})).toEqual([])
    expect(patched({ paymentDueUnits: '' }, { paymentDueAfterInvoiceIssued: null })).toEqual([])
  })

  it('but a patch that leaves both alone is not asked', () => {
    expect(patched({ vat: 1 }, { paymentDueAfterInvoiceIssued: 15 })).toEqual([])
  })
})

it('the rules read bodies of any shape', () => {
  const parts = fc.record(
    {
      contact: fc.anything(),
      address: fc.oneof(fc.anything(), fc.array(fc.anything())),
      invoiceConfiguration: fc.anything(),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(parts, fc.anything()), (body) => {
      for (const problems of [conditionalRules(body), conditionalRulesAfterMerge(body, {})]) {
        expect(Array.isArray(problems)).toBe(true)
      }
    }),
  )
})
