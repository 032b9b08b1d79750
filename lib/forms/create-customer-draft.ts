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

/** An address of which nothing is told. */
export const blankAddress: AddressDraft = {
  type: '',
  street: '',
  buildingNumber: '',
  buildingName: '',
  buildingFloor: '',
  zipCode: '',
  apartmentNumber: '',
  entrance: '',
  city: '',
  province: '',
  state: '',
  country: '',
  pobox: '',
  salutation: '',
  fullName: '',
  title: '',
  company: '',
  emailAddress: '',
  isPrimary: undefined,
}

/** A customer of which nothing is told. */
export const blankCustomer: CreateCustomerDraft = {
  status: '',
  type: '',
  name: '',
  currency: '',
  allowOfferDelegation: undefined,
  isAllowedImeiLock: undefined,
  vatRegistrationNumber: '',
  logo: '',
  mfaConfiguration: '',
  contact: {
    emailAddress: '',
    type: '',
    role: '',
    salutation: '',
    firstName: '',
    middleName: '',
    lastName: '',
    identity: [],
    gender: '',
    birthdate: '',
    landlinePhoneNumber: '',
    mobilePhoneNumber: '',
    additionalPhoneNumber: '',
    picture: '',
    remarks: '',
    isPrimary: undefined,
  },
  address: [],
  invoiceConfiguration: {
    deviceCost: '',
    deliveryMethod: '',
    paymentDueAfterInvoiceIssued: '',
    paymentDueUnits: '',
    vat: '',
    invoiceText: '',
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
