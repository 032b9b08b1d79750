'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { type FormSection, sectionOf } from '@/components/form/form-section'

const sectionIds = ['profile', 'contact', 'addresses', 'invoice'] as const
export type EditSectionId = (typeof sectionIds)[number]

/** The elements of each page of the edit form. */
const elementsOf: Record<EditSectionId, readonly string[]> = {
  profile: [
    'name',
    'type',
    'vatRegistrationNumber',
    'mfaConfiguration',
    'allowOfferDelegation',
    'isAllowedImeiLock',
    'campaign',
    'customFields',
  ],
  contact: ['contact'],
  addresses: ['address'],
  invoice: ['invoiceConfiguration'],
}

export type EditSection = FormSection & { id: EditSectionId; href: string }

/** Path of the pages about a customer. */
export function customerPath(id: string): string {
  return `/customers/${encodeURIComponent(id)}`
}

/** The pages of the edit form of a customer. */
export function useEditSections(customerId: string): readonly EditSection[] {
  const t = useTranslations('customerDetails.tabs')
  return useMemo(
    () =>
      sectionIds.map((id) => ({
        id,
        title: t(id),
        elements: elementsOf[id],
        href: id === 'profile' ? customerPath(customerId) : `${customerPath(customerId)}/${id}`,
      })),
    [customerId, t],
  )
}

/** How many of the names each page shows, by its id. */
export function countBySection(sections: readonly EditSection[], names: readonly string[]): Map<EditSectionId, number> {
  const counts = new Map<EditSectionId, number>()
  for (const name of names) {
    const id = sectionOf(sections, name)?.id
    if (id) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}
