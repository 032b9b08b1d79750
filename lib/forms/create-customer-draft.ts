import type { CreateCustomer } from '@/lib/contract/create-customer'
import { createDefaults } from '@/lib/contract/enums'
import type { DraftOf } from './draft'

/** The create form's draft. */
export type CreateCustomerDraft = DraftOf<CreateCustomer>
type AddressDraft = CreateCustomerDraft['address'][number]
type IdentityDraft = CreateCustomerDraft['contact']['identity'][number]
type CustomFieldDraft = CreateCustomerDraft['customFields'][number]

/** An identity document of which nothing is told. */
export const blankIdentity: IdentityDraft = { idType: '', idNumber: '' }

/** A custom field of which nothing is told. */
export const blankCustomField: CustomFieldDraft = { keyName: '', keyValue: '' }

/** An address of which nothing is told, in the order of the form. */
export const blankAddress: AddressDraft = {
  type: '',
  isPrimary: undefined,
  country: '',
  city: '',
  zipCode: '',
  pobox: '',
  street: '',
  buildingNumber: '',
  buildingName: '',
  buildingFloor: '',
  apartmentNumber: '',
  entrance: '',
  province: '',
  state: '',
  fullName: '',
  company: '',
  salutation: '',
  title: '',
  emailAddress: '',
}

/** A customer of which nothing is told, in the order of the form. */
export const blankCustomer: CreateCustomerDraft = {
  name: '',
  type: '',
  status: '',
  currency: '',
  logo: '',
  vatRegistrationNumber: '',
  mfaConfiguration: '',
  allowOfferDelegation: undefined,
  isAllowedImeiLock: undefined,
  contact: {
    salutation: '',
    gender: '',
    firstName: '',
    middleName: '',
    lastName: '',
    birthdate: '',
    mobilePhoneNumber: '',
    landlinePhoneNumber: '',
    additionalPhoneNumber: '',
    emailAddress: '',
    identity: [],
    type: '',
    role: '',
    isPrimary: undefined,
    picture: '',
    remarks: '',
  },
  address: [],
  invoiceConfiguration: {
    paymentDueAfterInvoiceIssued: '',
    paymentDueUnits: '',
    deliveryMethod: '',
    vat: '',
    invoiceText: '',
    deviceCost: '',
  },
  customFields: [],
}

/** A new address as the form offers it: the page's defaults are chosen already. */
export const newAddress: AddressDraft = { ...blankAddress, ...createDefaults.address }

/**
 * A new customer as the form offers it: the page's defaults are chosen already. `status` has none on the page; a sub-customer is nearly
 * always made to be used, so it starts as ACTIVE, in plain sight.
 */
export const newCustomer: CreateCustomerDraft = {
  ...blankCustomer,
  ...createDefaults,
  status: 'ACTIVE',
  contact: { ...blankCustomer.contact, ...createDefaults.contact },
  address: [],
}
