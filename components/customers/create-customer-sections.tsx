'use client'

import { useTranslations } from 'next-intl'
import { type ComponentType, useMemo } from 'react'
import type { FormSection } from '@/components/form/form-section'
import { ContactFields } from './contact-fields'
import { CreateAddresses } from './create-customer-addresses'
import { CustomFields } from './custom-fields'
import { FoundingFields } from './founding-fields'
import { InvoiceFields } from './invoice-fields'
import { ProfileFields } from './profile-fields'

type SectionId = 'profile' | 'contact' | 'addresses' | 'invoice' | 'customFields'
type Section = { id: SectionId; elements: readonly string[]; Fields: ComponentType }

/** The create form, from top to bottom. */
const sections: readonly Section[] = [
  {
    id: 'profile',
    elements: [
      'status',
      'type',
      'name',
      'currency',
      'allowOfferDelegation',
      'isAllowedImeiLock',
      'vatRegistrationNumber',
      'logo',
      'mfaConfiguration',
    ],
    Fields: CreateProfile,
  },
  { id: 'contact', elements: ['contact'], Fields: ContactFields },
  { id: 'addresses', elements: ['address'], Fields: CreateAddresses },
  { id: 'invoice', elements: ['invoiceConfiguration'], Fields: CreateInvoice },
  { id: 'customFields', elements: ['customFields'], Fields: CustomFields },
]

type CreateSection = FormSection & { description: string; Fields: ComponentType }

/** The sections of the create form with their texts. */
export function useCreateSections(): readonly CreateSection[] {
  const t = useTranslations('customerForm')
  return useMemo(
    () =>
      sections.map((section) => ({
        ...section,
        title: t(`sections.${section.id}`),
        description: t(`descriptions.${section.id}`),
      })),
    [t],
  )
}

function CreateProfile() {
  return (
    <ProfileFields>
      <FoundingFields />
    </ProfileFields>
  )
}

function CreateInvoice() {
  const t = useTranslations('customerForm.deviceCost')
  return (
    <>
      <InvoiceFields />
      <dl className="border-t pt-3">
        <dt className="font-medium text-ink-muted">{t('label')}</dt>
        <dd className="max-w-prose text-ink-muted text-sm">{t('reason')}</dd>
      </dl>
    </>
  )
}
