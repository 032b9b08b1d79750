import type { CreateCustomer } from '@/lib/contract/create-customer'
import { createDefaults } from '@/lib/contract/enums'
import type { Address, Contact, Customer, InvoiceConfiguration } from './customer'

type GivenContact = NonNullable<CreateCustomer['contact']>
type GivenAddress = NonNullable<CreateCustomer['address']>[number]

/**
 * The customer that a create makes: the page's defaults where it has one, null where nothing is given. The defaults are the platform's
 * to apply, so this is the one place that does.
 * @param given a parsed create
 * @param newId gives the ids of the contact and of the addresses, in that order
 */
export function newCustomer(given: CreateCustomer, newId: () => string): Customer {
  return {
    status: given.status,
    type: given.type ?? createDefaults.type,
    name: given.name ?? null,
    currency: given.currency,
    allowOfferDelegation: given.allowOfferDelegation ?? createDefaults.allowOfferDelegation,
    isAllowedImeiLock: given.isAllowedImeiLock ?? createDefaults.isAllowedImeiLock,
    vatRegistrationNumber: given.vatRegistrationNumber ?? null,
    logo: given.logo ?? null,
    mfaConfiguration: given.mfaConfiguration ?? createDefaults.mfaConfiguration,
    contact: given.contact ? [newContact(given.contact, newId())] : [],
    address: (given.address ?? []).map((address) => newAddress(address, newId())),
    invoiceConfiguration: { ...noInvoiceConfiguration, ...given.invoiceConfiguration },
    campaign: [],
    customFields: (given.customFields ?? []).map(({ keyName, keyValue }) => ({ keyName, keyValue: keyValue ?? null })),
  }
}

/** A contact with the page's defaults. A customer of the demo data may have two; a create gives one at most. */
export function newContact(given: GivenContact, id: string): Contact {
  return {
    id,
    emailAddress: given.emailAddress ?? null,
    type: given.type ?? createDefaults.contact.type,
    role: given.role ?? createDefaults.contact.role,
    salutation: given.salutation ?? null,
    firstName: given.firstName ?? null,
    middleName: given.middleName ?? null,
    lastName: given.lastName ?? null,
    identity: given.identity,
    gender: given.gender ?? null,
    birthdate: given.birthdate ?? null,
    landlinePhoneNumber: given.landlinePhoneNumber ?? null,
    mobilePhoneNumber: given.mobilePhoneNumber ?? null,
    additionalPhoneNumber: given.additionalPhoneNumber ?? null,
    picture: given.picture ?? null,
    remarks: given.remarks ?? null,
    isPrimary: given.isPrimary ?? createDefaults.contact.isPrimary,
  }
}

function newAddress(given: GivenAddress, id: string): Address {
  return {
    id,
    type: given.type ?? createDefaults.address.type,
    street: given.street ?? null,
    buildingNumber: given.buildingNumber ?? null,
    buildingName: given.buildingName ?? null,
    buildingFloor: given.buildingFloor ?? null,
    zipCode: given.zipCode,
    apartmentNumber: given.apartmentNumber ?? null,
    entrance: given.entrance ?? null,
    city: given.city,
    province: given.province ?? null,
    state: given.state ?? null,
    country: given.country,
    pobox: given.pobox ?? null,
    salutation: given.salutation ?? null,
    fullName: given.fullName,
    title: given.title ?? null,
    company: given.company ?? null,
    emailAddress: given.emailAddress ?? null,
    isPrimary: given.isPrimary ?? createDefaults.address.isPrimary,
  }
}

/** The page speaks of "default configuration values" and names none: nothing is set. */
const noInvoiceConfiguration: InvoiceConfiguration = {
  chargeByActive: null,
  activityIndication: null,
  deviceCost: null,
  deliveryMethod: null,
  paymentDueAfterInvoiceIssued: null,
  paymentDueUnits: null,
  vat: null,
  invoiceText: null,
}
