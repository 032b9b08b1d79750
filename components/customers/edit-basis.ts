import type { CustomerDetails } from '@/lib/contract/customer-details'
import {
  draftOfCustomer,
  type EditCustomerDraft,
  type EditedCustomer,
  toEditedCustomer,
} from '@/lib/forms/edit-customer-draft'

/** What the edit form compares with: the customer as the user has seen it, also as a draft and as wire values. */
export type EditBasis = { customer: CustomerDetails; draft: EditCustomerDraft; edited: EditedCustomer }

/** @param contactId the contact that is edited; without it the primary one */
export function basisOf(customer: CustomerDetails, contactId?: string): EditBasis {
  const draft = draftOfCustomer(customer, contactId)
  return { customer, draft, edited: toEditedCustomer(draft) }
}
