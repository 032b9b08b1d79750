import { describe, expect, it } from 'vitest'
import { addressIds, contactId, fullCreate, fullModify } from './customer.arbitrary'
import { customerDetails } from './customer-details'

/** Details that tell everything that create and modify write. */
function fullDetails() {
  const { contact, address, ...written } = fullCreate()
  const { invoiceConfiguration, campaign } = fullModify()
  return {
    ...written,
    customerId: 'e7fcef24-5c03-41dd-9e33-995b7d6f46b6',
    isImeiLockEnabled: true,
    companyNumber: '1',
    bankNumber: '2',
    bankBranchNumber: '3',
    contact: [{ id: contactId, ...contact }],
    address: address.map((entry, index) => ({ id: addressIds[index], ...entry })),
    invoiceConfiguration,
    campaign,
  }
}

describe('details of a customer', () => {
  it('are read with every element that create and modify write, and with the ids of contacts and addresses', () => {
    expect(customerDetails.parse(fullDetails())).toEqual(fullDetails())
  })

  it('may hold elements that we do not know, anywhere', () => {
    const details = fullDetails()
    const extra = { extra: { deep: [1] } }
    const told = {
      ...details,
      ...extra,
      contact: details.contact.map((entry) => ({ ...entry, ...extra })),
      address: details.address.map((entry) => ({ ...entry, ...extra })),
      invoiceConfiguration: { ...details.invoiceConfiguration, ...extra },
      customFields: details.customFields.map((entry) => ({ ...entry, ...extra })),
    }
    expect(customerDetails.parse(told)).toEqual(details)
  })

  it('need nothing but the id; null is as absent as no element', () => {
    const customerId = 'a'
    expect(customerDetails.parse({ customerId })).toEqual({ customerId })
    const nulls = Object.fromEntries(Object.keys(fullDetails()).map((name) => [name, null]))
    expect(customerDetails.parse({ ...nulls, customerId })).toEqual({ customerId })
    expect(customerDetails.safeParse(nulls).success).toBe(false)
  })

  it('may hold a value of an enumeration that is newer than this console', () => {
    expect(customerDetails.parse({ customerId: 'a', status: 'TERMINATED', type: 'PUBLIC' })).toMatchObject({
      status: 'TERMINATED',
      type: 'PUBLIC',
    })
  })

  it.each([
    null,
    '',
    5,
    [],
    {},
    { customerId: 5 },
    { customerId: 'a', contact: 'x' },
    { customerId: 'a', address: [{}] },
  ])('%j are none', (garbage) => {
    expect(customerDetails.safeParse(garbage).success).toBe(false)
  })
})
