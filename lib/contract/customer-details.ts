import * as z from 'zod/mini'

/**
 * `GET /api/v2/customer/{id}`: an answer, so it is read leniently: elements that we do not know are ignored, null is absent, and an
 * enumeration may hold a value that is newer than this console.
 */

function told<T extends z.ZodMiniType>(kind: T) {
  return z.optional(
    z.pipe(
      z.transform((value: unknown): unknown => (value === null ? undefined : value)),
      z.optional(kind),
    ),
  )
}

const text = z.string()

const identity = z.object({ idType: told(text), idNumber: told(text) })

/** Ids of parts are compared a great deal; a UUID is the same in any case (RFC 9562, section 4). */
const partId = z.pipe(
  z.string(),
  z.transform((id) => id.toLowerCase()),
)

const contact = z.object({
  id: partId,
  emailAddress: told(text),
  type: told(text),
  role: told(text),
  salutation: told(text),
  firstName: told(text),
  middleName: told(text),
  lastName: told(text),
  identity: told(z.array(identity)),
  gender: told(text),
  birthdate: told(text),
  landlinePhoneNumber: told(text),
  mobilePhoneNumber: told(text),
  additionalPhoneNumber: told(text),
  picture: told(text),
  remarks: told(text),
  isPrimary: told(z.boolean()),
})

const address = z.object({
  id: partId,
  type: told(text),
  street: told(text),
  buildingNumber: told(text),
  buildingName: told(text),
  buildingFloor: told(text),
  zipCode: told(text),
  apartmentNumber: told(text),
  entrance: told(text),
  city: told(text),
  province: told(text),
  state: told(text),
  country: told(text),
  pobox: told(text),
  salutation: told(text),
  fullName: told(text),
  title: told(text),
  company: told(text),
  emailAddress: told(text),
  isPrimary: told(z.boolean()),
})

const invoiceConfiguration = z.object({
  chargeByActive: told(text),
  activityIndication: told(text),
  deviceCost: told(z.number()),
  deliveryMethod: told(text),
  paymentDueAfterInvoiceIssued: told(z.number()),
  paymentDueUnits: told(text),
  vat: told(z.number()),
  invoiceText: told(text),
})

export const customerDetails = z.object({
  customerId: text,
  status: told(text),
  type: told(text),
  name: told(text),
  currency: told(text),
  allowOfferDelegation: told(z.boolean()),
  isAllowedImeiLock: told(z.boolean()),
  isImeiLockEnabled: told(z.boolean()),
  companyNumber: told(text),
  vatRegistrationNumber: told(text),
  bankNumber: told(text),
  bankBranchNumber: told(text),
  logo: told(text),
  mfaConfiguration: told(text),
  contact: told(z.array(contact)),
  address: told(z.array(address)),
  invoiceConfiguration: told(invoiceConfiguration),
  campaign: told(z.array(z.number())),
  customFields: told(z.array(z.object({ keyName: told(text), keyValue: told(text) }))),
  /** Level in the hierarchy, 1 (root) to 4. Our extension: where it is told, the console knows beforehand who may not create. */
  level: told(z.number()),
})

export type CustomerDetails = z.output<typeof customerDetails>
export type Contact = NonNullable<CustomerDetails['contact']>[number]
export type Address = NonNullable<CustomerDetails['address']>[number]
export type InvoiceConfiguration = NonNullable<CustomerDetails['invoiceConfiguration']>

/** Level of a customer that may have no sub-customers. */
export const lowestLevel = 4
