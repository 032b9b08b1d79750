'use client'

import { useFormatter } from 'next-intl'
import { useEnumText } from '@/components/form/enum-text'
import { DescriptionList } from '@/components/ui/description-list'
import type { CustomerDetails } from '@/lib/contract/customer-details'
import { CustomerDetailsFlag } from './customer-details-flag'
import { CustomerDetailsId } from './customer-details-id'
import { CustomerDetailsItem as Item } from './customer-details-item'
import { CustomerStatus } from './customer-status'

/** What the customer itself is, without its parts. */
export function CustomerDetailsProfile({ customer }: { customer: CustomerDetails }) {
  const enumText = useEnumText()
  const { type, mfaConfiguration } = customer
  return (
    <DescriptionList>
      <Item element="name">{customer.name}</Item>
      <Item element="type">{type && enumText('customerType', type)}</Item>
      <Item element="mfaConfiguration">{mfaConfiguration && enumText('mfaConfiguration', mfaConfiguration)}</Item>
      <Item element="vatRegistrationNumber">{customer.vatRegistrationNumber}</Item>
      <CustomerDetailsFlag element="allowOfferDelegation" value={customer.allowOfferDelegation} />
      <CustomerDetailsFlag element="isAllowedImeiLock" value={customer.isAllowedImeiLock} />
      <FixedItems customer={customer} />
    </DescriptionList>
  )
}

/** The elements that are given once and for all, or are the customer's own matter. */
export function FixedItems({ customer }: { customer: CustomerDetails }) {
  const format = useFormatter()
  const { status, currency } = customer
  return (
    <>
      <Item element="status">{status && <CustomerStatus status={status} />}</Item>
      <Item element="currency">
        {currency && (
          <>
            {currency}
            <span className="ms-2 text-ink-muted">{currencyName(format, currency)}</span>
          </>
        )}
      </Item>
      <CustomerDetailsFlag element="isImeiLockEnabled" value={customer.isImeiLockEnabled} />
      <Item element="companyNumber">{customer.companyNumber}</Item>
      <Item element="bankNumber">{customer.bankNumber}</Item>
      <Item element="bankBranchNumber">{customer.bankBranchNumber}</Item>
      <Item element="logo">{customer.logo}</Item>
      <Item element="level">{customer.level === undefined ? undefined : format.number(customer.level)}</Item>
      <CustomerDetailsId element="customerId" value={customer.customerId} />
    </>
  )
}

// Intl throws for what has not the form of a code; the wire does not promise one.
function currencyName(format: ReturnType<typeof useFormatter>, code: string): string | undefined {
  if (!/^[A-Z]{3}$/.test(code)) return undefined
  const name = format.displayName(code, { type: 'currency' })
  return name === code ? undefined : name
}
