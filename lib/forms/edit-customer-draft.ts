import type { CustomerDetails } from '@/lib/contract/customer-details'
import type { ModifyCustomer } from '@/lib/contract/modify-customer'
import { readCampaign, showCampaign } from './campaign-text'
import { blankAddress, blankCustomer } from './create-customer-draft'
import type { DraftOf } from './draft'
import { fromWire } from './from-wire'
import { toWire } from './to-wire'

/** What can be modified. The lists are without the "" that empties them: a form empties a list by having no entry. */
type Modifiable = Required<Omit<ModifyCustomer, 'campaign' | 'customFields'>> & {
  campaign: Exclude<ModifyCustomer['campaign'], '' | undefined>
  customFields: Exclude<ModifyCustomer['customFields'], '' | undefined>
}

/**
 * The edit form's draft: one contact, because the platform modifies one at a time, every address, and the campaigns as one text. An empty
 * text is NULL.
 */
export type EditCustomerDraft = DraftOf<Omit<Modifiable, 'campaign'> & { campaign: string }>

/** The wire's shape before a schema has seen it: nothing is absent, and a number may still be a text that is none. */
type EditedOf<T> = [T] extends [boolean]
  ? boolean
  : [T] extends [readonly (infer Entry)[]]
    ? EditedOf<Entry>[]
    : [T] extends [object]
      ? { [Name in keyof Required<T>]: EditedOf<NonNullable<T[Name]>> }
      : [T] extends [string]
        ? string
        : string | number

/** The edit form's draft as wire values, whole: every element that it holds, "" for NULL. */
export type EditedCustomer = EditedOf<Modifiable>

const {
  status: _status,
  currency: _currency,
  logo: _logo,
  contact: blankContact,
  address: _address,
  invoiceConfiguration: blankInvoice,
  customFields: _customFields,
  ...blankProfile
} = blankCustomer

/** A customer of which nothing is told, in the order of the form. */
const blankEdit: EditCustomerDraft = {
  ...blankProfile,
  contact: { id: '', ...blankContact },
  address: [],
  invoiceConfiguration: { ...blankInvoice, chargeByActive: '', activityIndication: '' },
  campaign: '',
  customFields: [],
}

/**
 * What the edit form holds of a customer. Values that this console does not know, such as one of a newer enumeration, are held as they are.
 * @param contactId the contact to edit; without it the primary one, or else the first
 * @returns the draft, addresses in the order of the details; its contact is blank, with the id "", where the customer has no such contact
 */
export function draftOfCustomer(details: CustomerDetails, contactId?: string): EditCustomerDraft {
  const { contact: contacts = [], address = [], campaign = [], ...rest } = details
  const contact =
    contactId === undefined
      ? (contacts.find(({ isPrimary }) => isPrimary) ?? contacts[0])
      : contacts.find(({ id }) => id === contactId)
  return {
    ...fromWire(rest, blankEdit),
    contact: fromWire(contact ?? {}, blankEdit.contact),
    address: address.map((entry) => fromWire(entry, { id: '', ...blankAddress })),
    campaign: showCampaign(campaign),
  }
}

/** The draft as wire values of the whole, not yet read by a schema. A flag that nobody has told counts as false. */
export function toEditedCustomer(draft: EditCustomerDraft): EditedCustomer {
  const told: EditCustomerDraft = {
    ...draft,
    allowOfferDelegation: draft.allowOfferDelegation ?? false,
    isAllowedImeiLock: draft.isAllowedImeiLock ?? false,
    contact: withFlag(draft.contact),
    address: draft.address.map(withFlag),
  }
  return { ...(toWire(told, 'kept') as EditedCustomer), campaign: readCampaign(draft.campaign) }
}

function withFlag<Part extends { isPrimary: boolean | undefined }>(part: Part): Part {
  return { ...part, isPrimary: part.isPrimary ?? false }
}
