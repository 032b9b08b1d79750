'use client'

import { CustomerTabs } from './customer-tabs'
import { useEditChanges } from './edit-changes'
import { countBySection, useEditSections } from './edit-sections'
import type { CustomerEdit } from './use-customer-edit'

/** The pages about a customer that is edited, with the number of changes on each. */
export function EditCustomerTabs({ edit }: { edit: CustomerEdit }) {
  const { customerId } = edit.basis.customer
  const sections = useEditSections(customerId)
  const changes = useEditChanges()
  const names = changes.map(({ name }) => name)
  return <CustomerTabs customerId={customerId} isSubCustomer changes={countBySection(sections, names)} />
}
