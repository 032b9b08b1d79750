'use client'

import { type FormEvent, type ReactNode, useEffect } from 'react'
import { focusField } from '@/components/form/field-id'
import type { EditingCustomer } from './customer-page'

/** A page's part of the edit form. Enter in a field reviews the changes of all pages. */
export function EditPart({ edit, children }: { edit: EditingCustomer; children: ReactNode }) {
  const { sought } = edit

  // A field that the summary of errors led to, from another page of the form.
  useEffect(() => {
    if (sought.current) focusField(sought.current)
    sought.current = undefined
  }, [sought])

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    edit.review()
  }

  return (
    // `post` although the browser never sends it: without code a plain form would put what is typed into the address.
    <form method="post" noValidate autoComplete="off" onSubmit={handleSubmit} className="grid min-w-0 gap-5">
      {children}
      {/* A form of several fields is submitted by Enter only where it has a button for it; the visible one stands outside. */}
      <button type="submit" hidden tabIndex={-1} aria-hidden="true" />
    </form>
  )
}
