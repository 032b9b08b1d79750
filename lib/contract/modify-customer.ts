import * as z from 'zod/mini'
import { repeated, uniqueKeyNames } from './custom-fields'
import {
  birthdate,
  decimal,
  emailAddress,
  emptiableOnModify as emptiable,
  enumeration,
  filledText,
  flag,
  invoiceText,
  keptOnModify as kept,
  mandatoryOnModify as mandatory,
  phoneNumber,
  text,
  uuid,
  wholeNumber,
} from './element'
import * as enums from './enums'
import { elementOf, type Parsed, parse, type Rule } from './parse'
import { type Problem, problem } from './problem'
import { readWrappedContact } from './wrapped-contact'

/** `PATCH /api/v2/customer/{id}`: page "Modify Customer Details", element by element, in the page's order. */

const identity = z
  .strictObject({
    idType: emptiable(enumeration(enums.idTypes, { NATIONALID: 'ID' })),
    idNumber: emptiable(text),
  })
  .check(z.refine(({ idType, idNumber }) => Boolean(idType || idNumber?.trim()), problem('required')))

const contact = z.strictObject({
  id: mandatory(uuid),
  emailAddress: emptiable(emailAddress),
  type: kept(enumeration(enums.contactTypes)),
  role: mandatory(enumeration(enums.contactRoles)),
  salutation: emptiable(enumeration(enums.salutations)),
  firstName: emptiable(text),
  middleName: emptiable(text),
  lastName: emptiable(text),
  identity: kept(z.array(identity).check(z.refine((entries) => entries.length > 0, problem('notEmptiable')))),
  gender: emptiable(enumeration(enums.genders)),
  birthdate: emptiable(birthdate),
  landlinePhoneNumber: emptiable(phoneNumber),
  mobilePhoneNumber: emptiable(phoneNumber),
  additionalPhoneNumber: emptiable(phoneNumber),
  picture: emptiable(text),
  remarks: emptiable(text),
  isPrimary: kept(flag),
})

const address = z.strictObject({
  id: mandatory(uuid),
  type: kept(enumeration(enums.addressTypes)),
  street: emptiable(text),
  buildingNumber: emptiable(text),
  buildingName: emptiable(text),
  buildingFloor: emptiable(text),
  zipCode: kept(filledText),
  apartmentNumber: emptiable(text),
  entrance: emptiable(text),
  city: kept(filledText),
  province: emptiable(text),
  state: emptiable(text),
  country: kept(filledText),
  pobox: emptiable(text),
  salutation: emptiable(enumeration(enums.salutations)),
  fullName: kept(filledText),
  title: emptiable(enumeration(enums.titles)),
  company: emptiable(text),
  emailAddress: emptiable(emailAddress),
  isPrimary: kept(flag),
})

const invoiceConfiguration = z.strictObject({
  chargeByActive: emptiable(enumeration(enums.chargeByActives)),
  activityIndication: emptiable(enumeration(enums.activityIndications)),
  deviceCost: emptiable(decimal),
  deliveryMethod: emptiable(enumeration(enums.deliveryMethods)),
  paymentDueAfterInvoiceIssued: emptiable(wholeNumber),
  paymentDueUnits: emptiable(enumeration(enums.paymentDueUnits)),
  vat: emptiable(decimal),
  invoiceText: emptiable(invoiceText),
})

const customField = z.strictObject({
  keyName: mandatory(filledText),
  keyValue: emptiable(text),
})

/** Request body of "Modify Customer Details". An absent element is untouched, "" sets it to NULL. */
export const modifyCustomer = z.strictObject({
  type: kept(enumeration(enums.customerTypes)),
  name: emptiable(text),
  allowOfferDelegation: kept(flag),
  isAllowedImeiLock: kept(flag),
  vatRegistrationNumber: emptiable(text),
  contact: kept(contact),
  address: kept(z.array(address)),
  invoiceConfiguration: kept(invoiceConfiguration),
  campaign: emptiable(z.array(wholeNumber)),
  customFields: emptiable(z.array(customField)),
  mfaConfiguration: kept(enumeration(enums.mfaConfigurations)),
})

export type ModifyCustomer = z.output<typeof modifyCustomer>

/**
 * Reads the body of a modify.
 * @param rules what only somebody who knows the customer as it stands can say, such as `conditionalRulesAfterMerge`; they see the body as
 * sent, with a doubled contact wrapper taken off
 * @returns the patch with "" where an element is set to NULL, or every fault
 */
export function parseModifyCustomer(body: unknown, ...rules: Rule[]): Parsed<ModifyCustomer> {
  return readWrappedContact(body, (plain) =>
    parse(modifyCustomer, plain, changesSomething, uniqueAddressIds, uniqueKeyNames, ...rules),
  )
}

/** A patch without an element, or with nothing but ids of address entries, asks for nothing. */
function changesSomething(body: unknown): Problem[] {
  if (body === null || typeof body !== 'object' || Array.isArray(body)) return []
  const parts = Object.entries(body)
  const asksNothing = (name: string, part: unknown): boolean =>
    (name === 'address' && Array.isArray(part) && part.every((entry) => holdsOnly(entry, 'id'))) ||
    (name === 'invoiceConfiguration' && holdsOnly(part))
  if (!parts.every(([name, part]) => asksNothing(name, part))) return []
  const paths = parts.length === 0 ? [[]] : parts.map(([name]) => [name])
  return paths.map((path) => ({ path, code: 'emptyPatch' }))
}

/** Whether a value is an object of exactly these elements. */
function holdsOnly(value: unknown, ...names: string[]): boolean {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return false
  return Object.keys(value).length === names.length && names.every((name) => Object.hasOwn(value, name))
}

/** One entry per address: two with the same id would leave open which of them wins. */
function uniqueAddressIds(body: unknown): Problem[] {
  return repeated(elementOf(body, 'address'), 'id').map((index) => ({
    path: ['address', index, 'id'],
    code: 'duplicate',
  }))
}
