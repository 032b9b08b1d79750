'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormState, useWatch } from 'react-hook-form'
import { EntryChange } from '@/components/form/field-change'
import { FieldEntry } from '@/components/form/field-entry'
import { Button } from '@/components/ui/button'
import { problemsIn } from '@/lib/forms/field-problem'
import { AddressFields } from './address-fields'

type EditAddressProps = {
  index: number
  /** Whether its fields are shown from the start. */
  initiallyOpen: boolean
}

/** One address that is edited. Of many, each is a line until it is opened; one with a fault is open. */
export function EditAddress({ index, initiallyOpen }: EditAddressProps) {
  const t = useTranslations('customerEdit')
  const tEntry = useTranslations('form.entries.address')
  const base = `address.${index}`
  const [open, setOpen] = useState(initiallyOpen)
  const { errors } = useFormState({ name: base })
  const faulty = problemsIn(errors).some(({ name }) => name.startsWith(`${base}.`))
  const [wasFaulty, setWasFaulty] = useState(false)
  // It opens with its fault and stays open while that is mended.
  if (faulty !== wasFaulty) {
    setWasFaulty(faulty)
    if (faulty) setOpen(true)
  }
  const number = index + 1
  return (
    <FieldEntry
      base={base}
      title={tEntry('one', { number })}
      actions={
        initiallyOpen ? undefined : (
          <Button variant="ghost" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'addressClose' : 'addressOpen', { number })}
          </Button>
        )
      }
    >
      {open ? <AddressFields base={base} /> : <AddressLine base={base} />}
    </FieldEntry>
  )
}

function AddressLine({ base }: { base: string }) {
  const parts: unknown[] = useWatch({
    name: ['fullName', 'street', 'buildingNumber', 'pobox', 'zipCode', 'city', 'country'].map(
      (name) => `${base}.${name}`,
    ),
  })
  return (
    <div className="flex flex-wrap items-center gap-x-3 pb-2">
      <p className="break-words text-ink-muted">{parts.filter(Boolean).join(', ')}</p>
      <EntryChange name={base} />
    </div>
  )
}
