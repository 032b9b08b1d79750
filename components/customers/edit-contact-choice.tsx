'use client'

import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { FieldFrame } from '@/components/ui/field-frame'
import { Select } from '@/components/ui/select'
import type { Contact } from '@/lib/contract/customer-details'
import type { CustomerEdit } from './use-customer-edit'

type EditContactChoiceProps = { edit: CustomerEdit; contacts: readonly Contact[] }

/** Which contact is on the form. A changed one has to be dealt with first: the platform changes one contact at a time. */
export function EditContactChoice({ edit, contacts }: EditContactChoiceProps) {
  const t = useTranslations('customerEdit')
  const id = useId()
  const [refused, setRefused] = useState(false)

  function choose(contactId: string) {
    const changed = edit.patchNow().contact !== undefined || edit.underWay.some(({ patch }) => patch.contact)
    setRefused(changed)
    if (!changed) edit.chooseContact(contactId)
  }

  return (
    <FieldFrame
      id={id}
      label={t('contactChoice')}
      error={refused ? t('contactChanged') : undefined}
      className="max-w-md"
    >
      <Select
        id={id}
        value={edit.basis.draft.contact.id}
        aria-invalid={refused || undefined}
        aria-describedby={refused ? `${id}-error` : undefined}
        onChange={({ target }) => choose(target.value)}
      >
        {contacts.map((contact, index) => {
          const name = [contact.firstName, contact.middleName, contact.lastName].filter(Boolean).join(' ')
          const text = t('contactOption', { number: index + 1, name: name || t('contactUnnamed') })
          return (
            <option key={contact.id} value={contact.id}>
              {contact.isPrimary ? t('contactPrimary', { contact: text }) : text}
            </option>
          )
        })}
      </Select>
    </FieldFrame>
  )
}
