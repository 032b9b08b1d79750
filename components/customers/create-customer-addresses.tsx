'use client'

import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFormContext } from 'react-hook-form'
import { FieldEntries } from '@/components/form/field-entries'
import { Button } from '@/components/ui/button'
import { useAnnounce } from '@/components/ui/live-region'
import { type CreateCustomerDraft, newAddress } from '@/lib/forms/create-customer-draft'
import { AddressFields } from './address-fields'

/** The addresses of a new customer: as many as are wanted. */
export function CreateAddresses() {
  return (
    <FieldEntries
      name="address"
      blank={newAddress}
      actions={(_, index) => (index > 0 ? <SameAsFirst index={index} /> : null)}
    >
      {(base) => <AddressFields base={base} />}
    </FieldEntries>
  )
}

/** Copies address 1 into another one, which stays its own and can be edited. */
function SameAsFirst({ index }: { index: number }) {
  const t = useTranslations('customerForm')
  const announce = useAnnounce()
  const { getValues, setValue } = useFormContext<CreateCustomerDraft>()

  function copy() {
    const [first] = getValues('address')
    if (!first) return
    // What an address is for is its own: a mailing address stays one wherever it is, and not both can be the primary one.
    const { type, isPrimary, ...place } = first
    for (const [name, value] of Object.entries(place)) {
      setValue(`address.${index}.${name as keyof typeof place}`, value)
    }
    announce(t('copiedFromFirst', { number: index + 1 }))
  }

  return (
    <Button variant="ghost" size="small" onClick={copy}>
      <Copy aria-hidden="true" className="size-3.5" />
      {t('sameAsFirst')}
    </Button>
  )
}
