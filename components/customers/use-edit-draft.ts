'use client'

import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { OfferedDraft } from '@/components/form/draft-keeper'
import { useDraftOwner } from '@/components/form/draft-owner'
import { useKeptDraft } from '@/components/form/use-kept-draft'
import { draftStore } from '@/lib/client/draft-store'
import { draftToKeep } from '@/lib/forms/draft-to-keep'
import type { EditCustomerDraft } from '@/lib/forms/edit-customer-draft'
import { changesBetween } from '@/lib/forms/rebase'
import type { CustomerEdit } from './use-customer-edit'

/** Version of the edit form: what an earlier one has kept would not fit it. */
const version = 1

/**
 * Keeps what is changed and not sent in this browser, and offers it back. Only what was changed comes back; everything else stays as it stands
 * now.
 */
export function useEditDraft(edit: CustomerEdit) {
  const userId = useDraftOwner()
  const { form, basis, hasChanges, chooseContact, put } = edit
  const { subscribe } = form
  const { customerId } = basis.customer
  const place = useMemo(
    () => draftStore({ userId, form: 'editCustomer', subjectId: customerId, version }),
    [userId, customerId],
  )

  function restore({ draft, note }: OfferedDraft) {
    // Sealed by this form in this version, it has the form's shape.
    const kept = draft as EditCustomerDraft
    const begun = note as EditCustomerDraft
    const { contact = [], address = [] } = basis.customer
    const hasContact = contact.some(({ id }) => id === kept.contact.id)
    if (hasContact && kept.contact.id !== basis.draft.contact.id) chooseContact(kept.contact.id)
    const placeOf = (name: string) => {
      const held = /^address\.(\d+)\.(.+)$/.exec(name)
      if (!held) return name
      const place = address.findIndex((entry) => entry.id === kept.address[Number(held[1])]?.id)
      return place < 0 ? undefined : `address.${place}.${held[2]}`
    }
    for (const { name, value } of changesBetween(begun, kept)) {
      // A contact or an address that went meanwhile takes its changes along.
      const place = placeOf(name)
      if (place && (hasContact || !name.startsWith('contact.'))) put(place, value)
    }
  }

  const kept = useKeptDraft({
    subscribe: useCallback(
      (changed: () => void) => subscribe({ formState: { values: true }, callback: changed }),
      [subscribe],
    ),
    place,
    // Identity documents are not kept, so a change of them alone is nothing to offer.
    read: () => {
      const held = form.getValues()
      const isOther = JSON.stringify(draftToKeep(held)) !== JSON.stringify(draftToKeep(basis.draft))
      return isOther && hasChanges() ? held : undefined
    },
    note: () => basis.draft,
    restore,
  })

  // What was sent or has come to stand by itself needs no keeping, what has failed does again. Nothing of the form changes with that, so nothing
  // else would notice.
  const begun = useRef(basis)
  const { drop, change } = kept
  useEffect(() => {
    if (begun.current === basis) return
    if (hasChanges()) change()
    else drop()
  }, [basis, hasChanges, drop, change])

  return kept
}
