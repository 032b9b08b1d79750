'use client'

import { CustomerTabs } from './customer-tabs'
import { countBySection, useEditSections } from './edit-sections'
import type { CustomerEdit } from './use-customer-edit'
import { useEditChanges } from './use-edit-changes'

/** The pages about a customer that is edited, with the number of changes on each. */
export function EditCustomerTabs({ edit }: { edit: CustomerEdit }) {
  const { customerId } = edit.basis.customer
  const sections = useEditSections(customerId)
  const changes = useEditChanges(edit)
  const names = changes.map(({ name }) => name)
  return <CustomerTabs customerId={customerId} isSubCustomer changes={countBySection(sections, names)} />
}
