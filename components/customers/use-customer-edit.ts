'use client'

import { useCallback, useRef, useState } from 'react'
import type { FieldValues, UseFormSetValue } from 'react-hook-form'
import { type Sent, useWireForm } from '@/components/form/use-wire-form'
import type { CustomerDetails } from '@/lib/contract/customer-details'
import type { ModifyCustomer } from '@/lib/contract/modify-customer'
import type { Parsed } from '@/lib/contract/parse'
import type { Problem } from '@/lib/contract/problem'
import { readPatch } from '@/lib/contract/read-patch'
import type { RecordedChange } from '@/lib/contract/recorded-request'
import { draftOfCustomer, type EditCustomerDraft, toEditedCustomer } from '@/lib/forms/edit-customer-draft'
import { valueAt } from '@/lib/forms/field-name'
import { type Change, type CustomerPatch, changesOf, formPathOf, patchOf } from '@/lib/forms/patch'
import { keepSeen, presentPatch, updatesOf, updatesOfRecorded, withPatch } from '@/lib/forms/rebase'
import { basisOf } from './edit-basis'
import type { PatchConflict } from './patch-submission'

/** A patch that the platform has accepted and not yet carried out. */
export type PatchUnderWay = {
  requestId: string
  patch: CustomerPatch
  changes: Change[]
  /** The customer as it stood before. */
  stood: CustomerDetails
}

/** How a patch under way has ended. */
type Ended = { underWay: PatchUnderWay; succeeded: boolean }

/**
 * The edit form of one customer, whatever page shows which part of it: what is on it, what it compares with, and the patch that is the
 * difference. What is read anew never touches an element that the user has changed.
 * @param customer the customer as it was read first
 * @param review is handed a patch that may be sent
 */
export function useCustomerEdit(customer: CustomerDetails, review: (patch: ModifyCustomer) => void) {
  const [basis, setBasis] = useState(() => basisOf(customer))
  const [underWay, setUnderWay] = useState<readonly PatchUnderWay[]>([])
  // The form reads the draft between two renderings, too.
  const current = useRef({ basis, underWay })

  const toWire = useCallback(
    (draft: EditCustomerDraft) => patchOf(current.current.basis.edited, toEditedCustomer(draft)),
    [],
  )
  const locate = useCallback((problems: readonly Problem[], patch: CustomerPatch): Problem[] => {
    const { draft } = current.current.basis
    return problems.map((problem) => ({ ...problem, path: formPathOf(problem.path, patch, draft) }))
  }, [])
  const parse = useCallback(
    (patch: unknown): Parsed<ModifyCustomer> => {
      const parsed = readPatch(current.current.basis.customer, patch)
      return parsed.ok ? parsed : { ok: false, problems: locate(parsed.problems, patch as CustomerPatch) }
    },
    [locate],
  )
  const isElsewhere = useCallback((name: string) => valueAt(current.current.basis.draft, name) !== undefined, [])
  const send = useCallback(
    async (patch: ModifyCustomer): Promise<Sent> => {
      review(patch)
      return { locked: false }
    },
    [review],
  )
  const wireForm = useWireForm({ initial: basis.draft, toWire, parse, send, isElsewhere })
  const { getValues } = wireForm.form
  // Names come from the wire here, not from the type of the draft.
  const setValue = wireForm.form.setValue as unknown as UseFormSetValue<FieldValues>

  const keep = useCallback((next: Partial<typeof current.current>) => {
    current.current = { ...current.current, ...next }
    setBasis(current.current.basis)
    setUnderWay(current.current.underWay)
  }, [])

  /** What the user is changing at this moment. */
  const patchNow = useCallback(() => toWire(getValues()), [toWire, getValues])

  /** Takes a customer that was read anew; what has ended with it has been carried out, or is a change on the form again. */
  const rebase = useCallback(
    (fresh: CustomerDetails, ended?: Ended) => {
      const { basis: held, underWay: patches } = current.current
      const others = patches.filter((entry) => entry !== ended?.underWay)
      const contactId = held.draft.contact.id || undefined
      // What a failed patch wanted never stood, whatever was typed over it since; where nothing was, it is on the form still, to stay there.
      const before =
        ended && !ended.succeeded
          ? keepSeen(held.customer, ended.underWay.stood, [ended.underWay.patch])
          : held.customer
      const seen = keepSeen(fresh, before, [patchNow(), ...others.map(({ patch }) => patch)])
      for (const { name, value } of updatesOf(draftOfCustomer(before, contactId), getValues(), seen)) {
        setValue(name, value)
      }
      keep({ basis: basisOf(seen, contactId), underWay: others })
    },
    [patchNow, getValues, setValue, keep],
  )

  /** Takes a patch that has arrived: what it changes counts as seen. Without a requestId it has been carried out already. */
  const accept = useCallback(
    (patch: CustomerPatch, requestId: string | undefined) => {
      const { basis: held, underWay: patches } = current.current
      const seen = basisOf(withPatch(held.customer, patch), held.draft.contact.id || undefined)
      const accepted = { patch, changes: changesOf(held.edited, patch), stood: held.customer }
      keep({ basis: seen, underWay: requestId ? [...patches, { requestId, ...accepted }] : patches })
    },
    [keep],
  )

  /** Takes what somebody else has set meanwhile as seen, and puts it on the form where it is to stand. */
  const resolve = useCallback(
    ({ patch, problems, entries }: PatchConflict, theirs: ReadonlySet<string>) => {
      const { basis: held } = current.current
      const seen = withPatch(held.customer, presentPatch(patch as CustomerPatch, problems))
      const next = basisOf(seen, held.draft.contact.id || undefined)
      for (const { name } of entries) {
        if (theirs.has(name)) setValue(name, structuredClone(valueAt(next.draft, name)))
      }
      keep({ basis: next })
    },
    [setValue, keep],
  )

  /** Puts another contact on the form. Changes of the one before are lost, so there must be none. */
  const chooseContact = useCallback(
    (contactId: string) => {
      const next = basisOf(current.current.basis.customer, contactId)
      setValue('contact', next.draft.contact)
      keep({ basis: next })
    },
    [setValue, keep],
  )

  /** Puts a value on the form, as the user would. */
  const put = useCallback((name: string, value: unknown) => setValue(name, structuredClone(value)), [setValue])

  /** Puts what a recorded request wanted on the form again. */
  const putRecorded = useCallback(
    (changes: readonly RecordedChange[]) => {
      const { customer, draft } = current.current.basis
      const updates = updatesOfRecorded(changes, customer, draft.contact.id || undefined)
      for (const { name, value } of updates) setValue(name, value)
      return updates.map(({ name }) => name)
    },
    [setValue],
  )

  /** Puts everything back as it stands. */
  const discard = useCallback(() => {
    const { draft } = current.current.basis
    for (const name of Object.keys(draft) as (keyof EditCustomerDraft)[]) setValue(name, structuredClone(draft[name]))
    wireForm.clearReport()
  }, [setValue, wireForm.clearReport])

  /** Name of a field of another page that is to have the focus once that page is there. */
  const sought = useRef<string>(undefined)

  const hasChanges = useCallback(() => Object.keys(patchNow()).length > 0, [patchNow])

  return {
    ...wireForm,
    basis,
    underWay,
    patchNow,
    locate,
    rebase,
    accept,
    resolve,
    chooseContact,
    put,
    putRecorded,
    discard,
    sought,
    hasChanges,
  }
}

export type CustomerEdit = ReturnType<typeof useCustomerEdit>
