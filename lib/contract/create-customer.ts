import * as z from 'zod/mini'
import { conditionalRules } from './conditional-rules'
import { uniqueKeyNames } from './custom-fields'
import {
  birthdate,
  currency,
  decimal,
  emailAddress,
  enumeration,
  filledText,
  flag,
  invoiceText,
  mandatoryOnCreate as mandatory,
  optionalOnCreate as optional,
  phoneNumber,
  text,
  wholeNumber,
} from './element'
import * as enums from './enums'
import { accepted } from './envelope'
import { type Parsed, parse } from './parse'
import { problem } from './problem'
import { readWrappedContact } from './wrapped-contact'

/** `POST /api/v2/customer/{id}`: page "Create Customer", element by element, in the page's order. */

const identity = z.strictObject({
  /** The page's example sends `nationalId`, which its own enumeration does not have; it is read as ID. */
  idType: mandatory(enumeration(enums.idTypes, { NATIONALID: 'ID' })),
  idNumber: mandatory(filledText),
})

const contact = z.strictObject({
  emailAddress: optional(emailAddress),
  type: optional(enumeration(enums.contactTypes)),
  role: optional(enumeration(enums.contactRoles)),
  salutation: optional(enumeration(enums.salutations)),
  firstName: optional(text),
  middleName: optional(text),
  lastName: optional(text),
  identity: mandatory(z.array(identity).check(z.refine((entries) => entries.length > 0, problem('identityNeeded')))),
  gender: optional(enumeration(enums.genders)),
  birthdate: optional(birthdate),
  landlinePhoneNumber: optional(phoneNumber),
  mobilePhoneNumber: optional(phoneNumber),
  additionalPhoneNumber: optional(phoneNumber),
  picture: optional(text),
  remarks: optional(text),
  isPrimary: optional(flag),
})

const address = z.strictObject({
  type: optional(enumeration(enums.addressTypes)),
  street: optional(text),
  buildingNumber: optional(text),
  buildingName: optional(text),
  buildingFloor: optional(text),
  zipCode: mandatory(filledText),
  apartmentNumber: optional(text),
  entrance: optional(text),
  city: mandatory(filledText),
  province: optional(text),
  state: optional(text),
  country: mandatory(filledText),
  pobox: optional(text),
  salutation: optional(enumeration(enums.salutations)),
  fullName: mandatory(filledText),
  title: optional(enumeration(enums.titles)),
  company: optional(text),
  emailAddress: optional(emailAddress),
  isPrimary: optional(flag),
})

const invoiceConfiguration = z.strictObject({
  deviceCost: optional(decimal),
  deliveryMethod: optional(enumeration(enums.deliveryMethods)),
  paymentDueAfterInvoiceIssued: optional(wholeNumber),
  paymentDueUnits: optional(enumeration(enums.paymentDueUnits)),
  vat: optional(decimal),
  invoiceText: optional(invoiceText),
})

const customField = z.strictObject({
  keyName: mandatory(filledText),
  keyValue: optional(text),
})

/** Request body of "Create Customer". Holds for single elements; `parseCreateCustomer` adds the rules between them. */
export const createCustomer = z.strictObject({
  status: mandatory(enumeration(enums.customerStatuses)),
  type: optional(enumeration(enums.customerTypes)),
  name: optional(text),
  currency: mandatory(currency),
  allowOfferDelegation: optional(flag),
  isAllowedImeiLock: optional(flag),
  vatRegistrationNumber: optional(text),
  logo: optional(text),
  mfaConfiguration: optional(enumeration(enums.mfaConfigurations)),
  contact: optional(contact),
  address: optional(z.array(address)),
  invoiceConfiguration: optional(invoiceConfiguration),
  customFields: optional(z.array(customField)),
})

export type CreateCustomer = z.output<typeof createCustomer>

/**
 * Reads the body of a create.
 * @returns the body as the platform takes it (enumerations upper case, elements that are not given absent, no default added), or every fault
 */
export function parseCreateCustomer(body: unknown): Parsed<CreateCustomer> {
  return readWrappedContact(body, (plain) => parse(createCustomer, plain, conditionalRules, uniqueKeyNames))
}

/** Content of the ACK. Both names of the new customer's id are printed on the page; either will do. */
export const createdCustomer = z.extend(accepted, {
  id: z.optional(z.string()),
  customerid: z.optional(z.string()),
})
export type CreatedCustomer = z.output<typeof createdCustomer>
