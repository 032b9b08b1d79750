import type { Customer } from './customer'
import type { customer } from './db/schema'
import { foldName, siblingKey, sortName } from './fold-name'

type Row = typeof customer.$inferSelect

/** The columns that a customer's elements are kept in, with the forms of its name that the database compares. */
export function columnsOf(elements: Customer) {
  const name = elements.name ?? ''
  return { ...elements, siblingKey: siblingKey(elements.name), nameFolded: foldName(name), nameSorted: sortName(name) }
}

/** The elements of a customer as kept in a row. */
export function elementsOf(row: Row): Customer {
  const { id, parentId, level, siblingKey, nameFolded, nameSorted, isImeiLockEnabled, ...rest } = row
  const { companyNumber, bankNumber, bankBranchNumber, ...elements } = rest
  return elements
}

/** Content of `GET /api/v2/customer/{id}`: every element, null where it is not set, in the order of the platform's page. */
export function detailsOf(row: Row) {
  return {
    customerId: row.id,
    status: row.status,
    type: row.type,
    name: row.name,
    currency: row.currency,
    allowOfferDelegation: row.allowOfferDelegation,
    isAllowedImeiLock: row.isAllowedImeiLock,
    isImeiLockEnabled: row.isImeiLockEnabled,
    companyNumber: row.companyNumber,
    vatRegistrationNumber: row.vatRegistrationNumber,
    bankNumber: row.bankNumber,
    bankBranchNumber: row.bankBranchNumber,
    logo: row.logo,
    mfaConfiguration: row.mfaConfiguration,
    contact: row.contact,
    address: row.address,
    invoiceConfiguration: row.invoiceConfiguration,
    campaign: row.campaign,
    customFields: row.customFields,
    level: row.level,
  }
}
