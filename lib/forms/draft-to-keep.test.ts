import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blankAddress, blankCustomer } from './create-customer-draft'
import { draftFromKept, draftToKeep } from './draft-to-keep'

const idNumber = fc.uuid().map((id) => `IL-${id}`)
const identity = fc.array(fc.record({ idType: fc.constantFrom('', 'PASSPORT', 'ID'), idNumber }), { maxLength: 3 })
/** A draft's leaf: no text in it is an idNumber. */
const leaf = fc.oneof(fc.string({ maxLength: 8 }), fc.boolean(), fc.constant(undefined))
const elementName = fc.constantFrom('name', 'contact', 'address', 'id', 'identityText', '__proto__', 'constructor')

/** Any tree of drafts, with identity documents anywhere in it. */
const { draft: anyDraft } = fc.letrec((tie) => ({
  draft: fc.oneof(
    { maxDepth: 5 },
    leaf,
    fc.array(tie('draft'), { maxLength: 3 }),
    fc
      .tuple(fc.dictionary(elementName, tie('draft'), { maxKeys: 4 }), fc.option(identity))
      .map(([rest, documents]) => (documents ? { ...rest, identity: documents } : rest)),
  ),
}))

/** Every idNumber in a tree. */
function idNumbersIn(value: unknown): unknown[] {
  if (value === null || typeof value !== 'object') return []
  return Object.entries(value).flatMap(([name, part]) => (name === 'idNumber' ? [part] : idNumbersIn(part)))
}

describe('what is kept of a draft', () => {
  it('never holds the number of an identity document', () => {
    let withDocuments = 0
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const kept = JSON.stringify(draftToKeep(draft)) ?? ''
        const numbers = idNumbersIn(draft)
        if (numbers.length > 0) withDocuments += 1
        return numbers.every((number) => !kept.includes(String(number))) && !kept.includes('idType')
      }),
      { numRuns: 10_000 },
    )
    expect(withDocuments, 'the drafts did have some').toBeGreaterThan(500)
  })

  it('is all the rest', () => {
    const contact = { ...blankCustomer.contact, firstName: 'Ada', identity: [{ idType: 'PASSPORT', idNumber: 'X1' }] }
    const draft = { ...blankCustomer, name: 'Grüne Wiese', contact, address: [{ ...blankAddress, id: 'a' }] }
    const { identity: _, ...kept } = contact
    expect(draftToKeep(draft)).toEqual({ ...draft, contact: kept })
    expect(draft.contact.identity, 'and the form’s own draft is left alone').toHaveLength(1)
  })
})

describe('a draft that is restored', () => {
  /** What the storage does to a draft. */
  const keptAs = (draft: unknown) => JSON.parse(JSON.stringify(draftToKeep(draft)))

  const documents = (idNumber: string) => [{ idType: 'ID', idNumber }]
  const standing = {
    name: 'before',
    isAllowedImeiLock: undefined as boolean | undefined,
    contact: [
      { id: 'c1', firstName: 'Ada', identity: documents('1') },
      { id: 'c2', firstName: 'Ben', identity: documents('2') },
    ],
    customFields: [{ keyName: 'a', keyValue: '1' }],
  }

  it('has what was changed as it was, and what was left out as it stands', () => {
    const [ada, ben] = standing.contact
    const draft = {
      ...standing,
      name: 'after',
      contact: [
        { ...ben, firstName: '', identity: documents('typed') },
        { ...ada, identity: [] },
      ],
      customFields: [],
    }
    const restored = draftFromKept(keptAs(draft), standing)
    expect(restored).toStrictEqual({ ...draft, contact: [{ ...ben, firstName: '' }, ada] })
  })

  it('takes no entry that is new for another one', () => {
    const added = { id: '', firstName: 'Cy', identity: [] }
    const draft = { ...standing, contact: [added, ...standing.contact] }
    expect(draftFromKept(keptAs(draft), standing).contact[0]).toStrictEqual({ id: '', firstName: 'Cy' })
  })

  it('is the draft itself where nothing was left out', () => {
    const text = fc.string({ maxLength: 5 })
    const plain = fc.record({
      name: text,
      flag: fc.boolean(),
      address: fc.uniqueArray(fc.record({ id: fc.constantFrom('1', '2', '3'), city: text }), { selector: (a) => a.id }),
      customFields: fc.array(fc.record({ keyName: text, keyValue: text }), { maxLength: 3 }),
    })
    fc.assert(
      fc.property(plain, plain, (draft, before) => {
        expect(draftFromKept(keptAs(draft), before)).toEqual(draft)
      }),
    )
  })
})
