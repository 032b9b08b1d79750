import type { CreateCustomer } from '@/lib/contract/create-customer'
import { activityIndications, chargeByActives, deliveryMethods, idTypes } from '@/lib/contract/enums'
import type { Customer } from '@/lib/sandbox/customer'
import { newContact, newCustomer } from '@/lib/sandbox/new-customer'
import type { Company } from './companies'
import { type Place, places } from './places'
import { idFor, type Random, randomFor } from './random'

type GivenContact = NonNullable<CreateCustomer['contact']>
type GivenAddress = NonNullable<CreateCustomer['address']>[number]
type GivenInvoiceConfiguration = NonNullable<CreateCustomer['invoiceConfiguration']>

/** The create that made a company: plausible for its country, the same at every run, and valid by the contract. */
export function createOf(company: Company): CreateCustomer {
  const place = placeOf(company)
  const random = randomFor(company.name)
  const isBusiness = !company.private
  return {
    status: random.chance(15) ? 'SUSPEND' : 'ACTIVE',
    type: isBusiness ? 'BUSINESS' : 'PRIVATE',
    name: company.name,
    currency: place.currency,
    allowOfferDelegation: random.chance(40),
    isAllowedImeiLock: random.chance(50),
    mfaConfiguration: random.pick(['MANDATORY', 'ENABLED', 'DISABLED'] as const),
    ...(isBusiness && { vatRegistrationNumber: random.fill(place.vatRegistrationNumber) }),
    ...(random.chance(30) && { logo: `/images/${company.domain}/logo.png` }),
    contact: contactOf(company, random, true),
    address: Array.from({ length: random.pick([0, 1, 1, 1, 2, 2, 3]) }, (_, index) =>
      addressOf(company, random, index),
    ),
    ...(random.chance(85) && { invoiceConfiguration: invoiceConfigurationOf(place, random) }),
    ...(random.chance(60) && { customFields: customFieldsOf(random) }),
  }
}

/** A second contact, where a company has one. A create takes one only; on the platform it came another way. */
export function secondContactOf(company: Company): GivenContact | undefined {
  const random = randomFor(`${company.name}: second contact`)
  return !company.private && random.chance(35) ? contactOf(company, random, false) : undefined
}

/** The company as it stands: what it was created with, and what only a modify writes. */
export function customerOf(company: Company): Customer {
  const random = randomFor(`${company.name}: later`)
  let parts = 0
  const newId = () => idFor(`${company.name}: part ${++parts}`)
  const customer = newCustomer(createOf(company), newId)
  const second = secondContactOf(company)
  return {
    ...customer,
    contact: second ? [...customer.contact, newContact(second, newId())] : customer.contact,
    invoiceConfiguration: random.chance(50)
      ? {
          ...customer.invoiceConfiguration,
          chargeByActive: random.pick(chargeByActives),
          activityIndication: random.pick(activityIndications),
        }
      : customer.invoiceConfiguration,
    campaign: random.chance(40) ? Array.from({ length: random.whole(1, 3) }, () => random.whole(1000, 9999)) : [],
  }
}

/** The country whose details a company gets. */
export function placeOf({ country, name }: Company): Place {
  const place = places[country]
  if (!place) throw new Error(`no place for ${name}`)
  return place
}

function contactOf(company: Company, random: Random, first: boolean): GivenContact {
  const place = placeOf(company)
  const { salutation, firstName, lastName, middleName } = personOf(place, random)
  const landline = random.fill(place.landline)
  // A contact needs one of the two numbers: who is without a mobile has a landline.
  const hasMobile = random.chance(85)
  return {
    emailAddress: `${first ? 'office' : 'accounts'}@${company.domain}.example`,
    type: first ? 'OWNER' : 'MEMBER',
    role: random.chance(40) ? 'SELFCARE' : 'NONE',
    salutation,
    firstName,
    ...(random.chance(15) && { middleName }),
    lastName,
    identity: Array.from({ length: random.chance(25) ? 2 : 1 }, () => identityOf(place, random)),
    ...(random.chance(80) && { gender: salutation === 'MR' ? ('MALE' as const) : ('FEMALE' as const) }),
    ...(random.chance(60) && { birthdate: birthdateOf(random) }),
    ...((!hasMobile || random.chance(50)) && { landlinePhoneNumber: landline }),
    ...(hasMobile && { mobilePhoneNumber: random.fill(place.mobile) }),
    ...(random.chance(20) && { additionalPhoneNumber: random.fill(place.mobile) }),
    ...(random.chance(20) && {
      remarks: random.pick(['Prefers e-mail', 'Call before noon (UTC)', 'Signs the contracts']),
    }),
    isPrimary: first,
  }
}

function personOf(place: Place, random: Random) {
  const salutation = random.pick(['MR', 'MS'] as const)
  const firstNames = salutation === 'MR' ? place.men : place.women
  const [firstName, middleName, lastName] = [
    random.pick(firstNames),
    random.pick(firstNames),
    random.pick(place.lastNames),
  ]
  return { salutation, firstName, middleName, lastName }
}

function identityOf(place: Place, random: Random) {
  const idType = random.pick(idTypes)
  return { idType, idNumber: random.fill(idType === 'PASSPORT' ? place.passport : place.idNumber) }
}

function birthdateOf(random: Random): string {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(random.whole(1, 28))}${two(random.whole(1, 12))}${random.whole(1955, 2001)}`
}

function addressOf(company: Company, random: Random, index: number): GivenAddress {
  const place = placeOf(company)
  const [city, zipCode, state] = random.pick(place.cities)
  const { salutation, firstName, lastName } = personOf(place, random)
  const atPobox = index > 0 && random.chance(30)
  const where = atPobox
    ? { pobox: String(random.whole(100, 9999)) }
    : { street: random.pick(place.streets), buildingNumber: String(random.whole(1, 240)) }
  return {
    type: (['PRIVATE', 'MAILING', 'SHIPPING'] as const)[index] ?? 'PRIVATE',
    ...where,
    ...(random.chance(20) && { buildingName: random.pick(['Concord', 'Tower B', 'Mercury House']) }),
    ...(random.chance(30) && { buildingFloor: String(random.whole(1, 21)) }),
    zipCode,
    ...(random.chance(25) && { apartmentNumber: String(random.whole(1, 48)) }),
    ...(random.chance(15) && { entrance: random.pick(['A', 'B', '2']) }),
    city,
    ...(state && { state }),
    country: place.country,
    salutation,
    fullName: `${firstName} ${lastName}`,
    ...(random.chance(15) && { title: random.pick(['DR', 'PROF'] as const) }),
    ...(!company.private && { company: company.name }),
    ...(random.chance(50) && { emailAddress: `deliveries@${company.domain}.example` }),
    isPrimary: index === 0,
  }
}

function invoiceConfigurationOf(place: Place, random: Random): GivenInvoiceConfiguration {
  return {
    deliveryMethod: random.pick(deliveryMethods),
    ...(random.chance(80) && {
      paymentDueAfterInvoiceIssued: random.pick([7, 14, 15, 30, 30, 45, 60]),
      paymentDueUnits: 'DAYS' as const,
    }),
    vat: place.vat,
    ...(random.chance(70) && { invoiceText: place.invoiceText }),
  }
}

function customFieldsOf(random: Random) {
  const fields = [
    { keyName: 'segment', keyValue: random.pick(['Fleet', 'Metering', 'Agriculture', 'Retail', 'Security']) },
    { keyName: 'renewal month', keyValue: String(random.whole(1, 12)) },
    { keyName: 'reseller', keyValue: random.fill('R-####') },
  ]
  return fields.slice(0, random.whole(1, fields.length))
}
