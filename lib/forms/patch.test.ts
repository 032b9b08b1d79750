import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressIds, at, contactId, fullModify, withElement } from '@/lib/contract/customer.arbitrary'
import { parseModifyCustomer } from '@/lib/contract/modify-customer'
import type { ProblemPath } from '@/lib/contract/problem'
import { beforeAndAfter, editedCase, editedOf, withEdits, withPatch } from './edit-customer.arbitrary'
import { draftOfCustomer, type EditCustomerDraft, type EditedCustomer, toEditedCustomer } from './edit-customer-draft'
import { fieldName, valueAt } from './field-name'
import { type CustomerPatch, changesOf, formPathOf, patchOf } from './patch'
import { problemToFields } from './problem-to-fields'

const cases = { numRuns: 10_000 }
const wholes = ['identity', 'campaign', 'customFields']
const pair = ['invoiceConfiguration.paymentDueAfterInvoiceIssued', 'invoiceConfiguration.paymentDueUnits']

type Leaf = { path: ProblemPath; value: unknown }

/** The elements of a patch or a customer; what is replaced whole is one. */
function leavesOf(part: unknown, path: ProblemPath = []): Leaf[] {
  if (part === null || typeof part !== 'object' || wholes.includes(String(path.at(-1)))) return [{ path, value: part }]
  const isList = Array.isArray(part)
  return Object.entries(part).flatMap(([key, child]) => leavesOf(child, [...path, isList ? Number(key) : key]))
}

describe('the patch of any customer with any edits', () => {
  test('makes what is on the form of what stood there', () => {
    fc.assert(
      fc.property(editedCase, (made) => {
        const { before, after } = beforeAndAfter(made)
        const merged = withPatch(made.stored, patchOf(before, after))
        expect(JSON.stringify(editedOf(merged, made.contact))).toBe(JSON.stringify(after))
      }),
      cases,
    )
  })

  test('changes the elements that were edited and nothing else, neither of other contacts nor of other addresses', () => {
    fc.assert(
      fc.property(editedCase, (made) => {
        const { before, after } = beforeAndAfter(made)
        const merged = withPatch(made.stored, patchOf(before, after))
        expect(JSON.stringify(merged)).toBe(JSON.stringify(withEdits(made.stored, made.edits)))
      }),
      cases,
    )
  })

  test('is empty where nothing differs', () => {
    fc.assert(
      fc.property(editedCase, (made) => {
        const { before, after } = beforeAndAfter(made)
        const again = structuredClone(after)
        expect([patchOf(before, before), patchOf(after, again)]).toEqual([{}, {}])
      }),
      cases,
    )
  })

  test('holds nothing that stands already, but ids, the role of the contact and the other half of a pair', () => {
    fc.assert(
      fc.property(editedCase, (made) => {
        const { before, after } = beforeAndAfter(made)
        const patch = patchOf(before, after)
        const standing = leavesOf(patch)
          .filter(({ path, value }) => JSON.stringify(standingAt(before, patch, path)) === JSON.stringify(value))
          .map(({ path }) => path.filter((segment) => typeof segment === 'string').join('.'))
        const beside = ['contact.id', 'contact.role', 'address.id', ...pair]
        expect(standing.filter((name) => !beside.includes(name))).toEqual([])
        expect(standing.filter((name) => pair.includes(name)).length).toBeLessThan(2)
      }),
      cases,
    )
  })

  test('is taken by the contract as it stands', () => {
    fc.assert(
      fc.property(editedCase, (made) => {
        const { before, after } = beforeAndAfter(made)
        const patch = patchOf(before, after)
        if (Object.keys(patch).length > 0) expect(parseModifyCustomer(patch)).toEqual({ ok: true, value: patch })
      }),
      cases,
    )
  })

  test('is the same in whatever order the addresses are', () => {
    fc.assert(
      fc.property(editedCase, (made) => {
        const { before, after } = beforeAndAfter(made)
        const turned = { ...after, address: after.address.toReversed() }
        expect(JSON.stringify(patchOf(before, turned))).toBe(JSON.stringify(patchOf(before, after)))
      }),
      cases,
    )
  })

  test('has a path for each input, and each of its paths has an input', () => {
    fc.assert(
      fc.property(editedCase, (made) => {
        const { before, after } = beforeAndAfter(made)
        const patch = patchOf(before, after)
        const leaves = leavesOf(patch)
        const formPaths = leaves.map(({ path }) => formPathOf(path, patch, before))
        expect(formPaths.map((path) => at(after, path))).toEqual(leaves.map(({ value }) => value))
        // No two share one, but for the numbers of campaign, which have one input.
        const names = formPaths.map((path) => JSON.stringify(path)).filter((name) => name !== '["campaign"]')
        expect(new Set(names).size).toBe(names.length)
      }),
      cases,
    )
  })

  test('is told change by change in the order of the form, and what is told is all that changes', () => {
    fc.assert(
      fc.property(editedCase, (made) => {
        const { before, after } = beforeAndAfter(made)
        const patch = patchOf(before, after)
        const changes = changesOf(before, patch)
        const differing = leavesOf(before).filter(
          ({ path, value }) => JSON.stringify(at(after, path)) !== JSON.stringify(value),
        )
        expect(changes.map((change) => [change.name, change.before, change.after])).toEqual(
          differing.map(({ path, value }) => [fieldName(path), value, at(after, path)]),
        )
        expect(changes.map((change) => at(patch, change.path))).toEqual(changes.map((change) => change.after))
      }),
      cases,
    )
  })
})

/** What stands where a path of the patch points: the address is found by its id. */
function standingAt(before: EditedCustomer, patch: CustomerPatch, [part, index, ...rest]: ProblemPath): unknown {
  if (part !== 'address') return at(before, [part as string, index as string, ...rest].filter(Boolean))
  const id = patch.address?.[Number(index)]?.id
  const standing = before.address.find((entry) => entry.id === id)
  return at(standing, rest)
}

/** The form of a customer that has everything, with a second contact. */
const full = { ...fullModify(), customerId: 'a', contact: [fullModify().contact, { id: 'b', role: 'NONE' }] }
const draft = draftOfCustomer(full)
const before = toEditedCustomer(draft)

/** The patch after inputs of the form were filled in, one after the other. */
function patchAfter(...inputs: [path: ProblemPath, typed: unknown][]): CustomerPatch {
  const filled = inputs.reduce<EditCustomerDraft>((held, [path, typed]) => withElement(held, path, typed), draft)
  return patchOf(before, toEditedCustomer(filled))
}

describe('a patch', () => {
  test.each<[string, [ProblemPath, unknown][], CustomerPatch]>([
    ['one changed element', [[['name'], 'Saab']], { name: 'Saab' }],
    ['one cleared element', [[['name'], '']], { name: '' }],
    ['a text of white space, which is one', [[['name'], ' ']], { name: ' ' }],
    ['a cleared number', [[['invoiceConfiguration', 'vat'], '']], { invoiceConfiguration: { vat: '' } }],
    ['zero, which is a number', [[['invoiceConfiguration', 'vat'], '0']], { invoiceConfiguration: { vat: 0 } }],
    ['a flag turned off', [[['allowOfferDelegation'], false]], { allowOfferDelegation: false }],
    [
      'an element of the contact, with id and role',
      [[['contact', 'remarks'], '']],
      { contact: { id: contactId, role: 'NONE', remarks: '' } },
    ],
    ['the role of the contact', [[['contact', 'role'], 'SELFCARE']], { contact: { id: contactId, role: 'SELFCARE' } }],
    [
      'a removed document, by all that are left',
      [[['contact', 'identity'], [{ idType: 'ID', idNumber: '1' }]]],
      { contact: { id: contactId, role: 'NONE', identity: [{ idType: 'ID', idNumber: '1' }] } },
    ],
    [
      'an element of the second address, with its id',
      [[['address', 1, 'city'], 'Haifa']],
      { address: [{ id: addressIds[1], city: 'Haifa' }] },
    ],
    [
      'the number of days, with its unit',
      [[['invoiceConfiguration', 'paymentDueAfterInvoiceIssued'], '0']],
      { invoiceConfiguration: { paymentDueAfterInvoiceIssued: 0, paymentDueUnits: 'DAYS' } },
    ],
    [
      'the unit, with its number',
      [[['invoiceConfiguration', 'paymentDueUnits'], '']],
      { invoiceConfiguration: { paymentDueAfterInvoiceIssued: 15, paymentDueUnits: '' } },
    ],
    [
      'emptied lists',
      [
        [['campaign'], ' '],
        [['customFields'], []],
      ],
      { campaign: [], customFields: [] },
    ],
    ['a list in another order', [[['campaign'], '22, 1, 333']], { campaign: [22, 1, 333] }],
    [
      'a text that is no number, to be blamed',
      [[['invoiceConfiguration', 'vat'], 'x']],
      { invoiceConfiguration: { vat: 'x' } },
    ],
  ])('has %s', (_, inputs, patch) => {
    expect(patchAfter(...inputs)).toEqual(patch)
  })

  test.each<[string, [ProblemPath, unknown][]]>([
    [
      'was touched and put back',
      [
        [['name'], 'Saab'],
        [['name'], 'Volvo'],
      ],
    ],
    ['is the same number in other digits', [[['invoiceConfiguration', 'deviceCost'], '1.50']]],
    ['is the same date', [[['contact', 'birthdate'], '2000-12-28']]],
    ['is the same phone number with spaces', [[['contact', 'mobilePhoneNumber'], '9725 4226-5160']]],
    ['is the same list of campaigns', [[['campaign'], ' 1;22,\n333,']]],
    ['is a flag that was never told', [[['isAllowedImeiLock'], undefined]]],
  ])('is without what %s', (_, inputs) => {
    expect(patchAfter(...inputs)).toEqual({})
  })

  test('is without documents and custom fields whose entries are the same by value', () => {
    const edited = structuredClone(before)
    const [bare, told] = [
      { idType: 'ID' },
      { idNumber: null, idType: 'ID' },
    ] as unknown as typeof edited.contact.identity
    const empty = { idType: 'ID', idNumber: '' }
    const sides = [bare, told, empty].map((entry) => withElement(edited, ['contact', 'identity'], [entry]))
    for (const one of sides) for (const other of sides) expect(patchOf(one, other)).toEqual({})
  })

  test('leaves out addresses that only one side has, and a contact that is another', () => {
    const [first, second] = before.address
    const other = { ...before.contact, id: 'b', remarks: 'another person' }
    expect(patchOf(before, { ...before, address: [] })).toEqual({})
    expect(patchOf({ ...before, address: [] }, before)).toEqual({})
    expect(patchOf(before, { ...before, contact: other })).toEqual({})
    expect(first && second && patchOf(before, { ...before, address: [{ ...second, city: 'Haifa' }] })).toEqual({
      address: [{ id: addressIds[1], city: 'Haifa' }],
    })
  })
})

describe('a fault', () => {
  const patch = patchAfter([['address', 1, 'city'], ''], [['campaign'], '1, x'])

  test('of an address is told at its index on the form', () => {
    const parsed = parseModifyCustomer(patch)
    const paths = parsed.ok ? [] : parsed.problems.map(({ path }) => path)
    expect(paths).toEqual([
      ['address', 0, 'city'],
      ['campaign', 1],
    ])
    expect(paths.map((path) => formPathOf(path, patch, draft))).toEqual([['address', 1, 'city'], ['campaign']])
  })

  test('of one number is that of the one input for campaign', () => {
    const parsed = parseModifyCustomer(patchAfter([['campaign'], '1, x']))
    const problems = parsed.ok ? [] : parsed.problems
    expect(problems).toEqual([{ path: ['campaign', 1], code: 'wrongType', params: { expected: 'number' } }])
    const { fields, rest } = problemToFields(problems, draft, (name) => valueAt(draft, name) !== undefined)
    expect([fields.map(({ name }) => name), rest]).toEqual([['campaign'], []])
  })

  test.each<[ProblemPath, ProblemPath]>([
    [
      ['address', 0, 'id'],
      ['address', 1, 'id'],
    ],
    [
      ['address', 0],
      ['address', 1],
    ],
    [['address'], ['address']],
    [
      ['address', 7, 'city'],
      ['address', 7, 'city'],
    ],
    [[], []],
    [['status'], ['status']],
    [
      ['contact', 'identity', 1, 'idType'],
      ['contact', 'identity', 1, 'idType'],
    ],
    [
      ['customFields', 0, 'keyName'],
      ['customFields', 0, 'keyName'],
    ],
  ])('at %j of the patch is at %j of the form', (path, formPath) => {
    expect(formPathOf(path, patch, draft)).toEqual(formPath)
  })
})

describe('a review', () => {
  test('is without what goes along unchanged, and names the inputs', () => {
    const patch = patchAfter(
      [['customFields'], []],
      [['invoiceConfiguration', 'paymentDueAfterInvoiceIssued'], ''],
      [['address', 1, 'city'], 'Haifa'],
      [['contact', 'remarks'], ''],
      [['name'], 'Saab'],
    )
    expect(changesOf(before, patch)).toEqual([
      { path: ['name'], name: 'name', before: 'Volvo', after: 'Saab' },
      { path: ['contact', 'remarks'], name: 'contact.remarks', before: 'call after ten', after: '' },
      { path: ['address', 0, 'city'], name: 'address.1.city', before: 'New York', after: 'Haifa' },
      {
        path: ['invoiceConfiguration', 'paymentDueAfterInvoiceIssued'],
        name: 'invoiceConfiguration.paymentDueAfterInvoiceIssued',
        before: 15,
        after: '',
      },
      { path: ['customFields'], name: 'customFields', before: before.customFields, after: [] },
    ])
  })

  test('tells the role where it is another', () => {
    const changes = changesOf(before, patchAfter([['contact', 'role'], 'SELFCARE']))
    expect(changes).toEqual([{ path: ['contact', 'role'], name: 'contact.role', before: 'NONE', after: 'SELFCARE' }])
  })

  test('of nothing is empty', () => {
    expect(changesOf(before, {})).toEqual([])
  })
})
