import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at } from '@/lib/contract/customer.arbitrary'
import type { CustomerDetails } from '@/lib/contract/customer-details'
import type { ProblemPath } from '@/lib/contract/problem'
import {
  beforeAndAfter,
  editedCase,
  editedOf,
  type Stored,
  withPatch as storedWithPatch,
  withEdits,
} from './edit-customer.arbitrary'
import { draftOfCustomer, toEditedCustomer } from './edit-customer-draft'
import { valueAt } from './field-name'
import { changesOf, formPathOf, patchOf } from './patch'
import { changesBetween, keepSeen, presentPatch, updatesOf, updatesOfRecorded, withPatch } from './rebase'

const cases = { numRuns: 2_000 }
const wholes = ['identity', 'campaign', 'customFields']

/** A stored customer as the platform tells it: what is NULL is absent. */
function detailsOf(stored: Stored): CustomerDetails {
  return JSON.parse(JSON.stringify(stored), (_, value) => (value === '' ? undefined : value))
}

/** What a form shows of a customer. */
function shownOf(customer: CustomerDetails, contactId: string) {
  return toEditedCustomer(draftOfCustomer(customer, contactId))
}

function pathsOf(part: unknown, path: ProblemPath = []): ProblemPath[] {
  if (part === null || typeof part !== 'object' || wholes.includes(String(path.at(-1)))) return [path]
  const isList = Array.isArray(part)
  return Object.entries(part).flatMap(([key, child]) => pathsOf(child, [...path, isList ? Number(key) : key]))
}

describe('a customer that was read anew', () => {
  test('with a patch carried out is what the platform makes of it', () => {
    fc.assert(
      fc.property(editedCase, (made) => {
        const { before, after } = beforeAndAfter(made)
        const patch = patchOf(before, after)
        const contactId = made.stored.contact[made.contact]?.id ?? ''
        const carriedOut = withPatch(detailsOf(made.stored), patch)
        expect(shownOf(carriedOut, contactId)).toEqual(
          shownOf(detailsOf(storedWithPatch(made.stored, patch)), contactId),
        )
      }),
      cases,
    )
  })

  test('keeps as it was seen what is being changed, and nothing else', () => {
    fc.assert(
      fc.property(editedCase, fc.nat({ max: 5 }), (made, share) => {
        // Some of the edits are the user's, all of them have been made by somebody else meanwhile.
        const mine = made.edits.slice(0, share)
        const before = editedOf(made.stored, made.contact)
        const patch = patchOf(before, editedOf(withEdits(made.stored, mine), made.contact))
        const fresh = withEdits(made.stored, made.edits)
        const contactId = made.stored.contact[made.contact]?.id ?? ''
        const kept = shownOf(keepSeen(detailsOf(fresh), detailsOf(made.stored), [patch]), contactId)
        const draft = draftOfCustomer(detailsOf(made.stored), contactId)
        const changing = pathsOf(patch).map((path) => JSON.stringify(formPathOf(path, patch, draft)))
        const [seenShown, freshShown] = [made.stored, fresh].map((stored) => shownOf(detailsOf(stored), contactId))
        for (const path of pathsOf(freshShown)) {
          const from = changing.includes(JSON.stringify(path)) ? seenShown : freshShown
          expect([path, at(kept, path)]).toEqual([path, at(from, path)])
        }
      }),
      cases,
    )
  })

  test('is put on the form where the user has typed nothing, and nowhere else', () => {
    fc.assert(
      fc.property(editedCase, editedCase, (made, other) => {
        const contactId = made.stored.contact[made.contact]?.id ?? ''
        const before = draftOfCustomer(detailsOf(made.stored), contactId)
        const typed = draftOfCustomer(detailsOf(withEdits(made.stored, made.edits)), contactId)
        // Somebody else's profile and invoice configuration, under the same entries.
        const fresh = {
          ...detailsOf(other.stored),
          contact: detailsOf(made.stored).contact,
          address: detailsOf(made.stored).address,
        }
        const updates = updatesOf(before, typed, fresh)
        const edited = changesBetween(before, typed).map(({ name }) => name)
        expect(updates.filter(({ name }) => edited.includes(name))).toEqual([])
        const freshDraft = draftOfCustomer(fresh, contactId)
        const wanted = changesBetween(typed, freshDraft).filter(({ name }) => !edited.includes(name))
        expect(updates).toEqual(wanted)
        for (const { name, value } of updates) expect(value).toEqual(valueAt(freshDraft, name))
      }),
      cases,
    )
  })
})

describe('what a patch wanted', () => {
  test('is told by its record: put on a form of what stands, it makes the patch again', () => {
    fc.assert(
      fc.property(editedCase, (made) => {
        const { before, after } = beforeAndAfter(made)
        const contactId = made.stored.contact[made.contact]?.id ?? ''
        const customer = detailsOf(made.stored)
        const patch = patchOf(before, after)
        const recorded = changesOf(before, patch).map(({ path, before: was, after: will }) => {
          const [part, index] = path
          const entryId =
            part === 'contact' ? contactId : part === 'address' ? patch.address?.[Number(index)]?.id : undefined
          return { path, before: was, after: will, ...(entryId && { entryId }) }
        })
        const draft = draftOfCustomer(customer, contactId)
        const put = new Map(updatesOfRecorded(recorded, customer, contactId).map(({ name, value }) => [name, value]))
        const wanted = draftOfCustomer(withPatch(customer, patch), contactId)
        const expected = changesBetween(draft, wanted).filter(({ name }) => !name.endsWith('identity'))
        expect([...put]).toEqual(expected.map(({ name, value }) => [name, value]))
      }),
      cases,
    )
  })

  test('and what stands at it make a patch that changes nothing', () => {
    fc.assert(
      fc.property(editedCase, (made) => {
        const { before, after } = beforeAndAfter(made)
        const contactId = made.stored.contact[made.contact]?.id ?? ''
        const customer = detailsOf(made.stored)
        const patch = patchOf(before, after)
        const problems = changesOf(before, patch).map(({ path, before: present }) => ({
          path,
          code: 'changedMeanwhile' as const,
          present,
        }))
        const same = withPatch(customer, presentPatch(patch, problems))
        expect(shownOf(same, contactId)).toEqual(shownOf(customer, contactId))
      }),
      cases,
    )
  })
})
