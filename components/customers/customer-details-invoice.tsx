'use client'

import { type NumberFormatOptions, useFormatter } from 'next-intl'
import { useEnumText } from '@/components/form/enum-text'
import { DescriptionList } from '@/components/ui/description-list'
import type { InvoiceConfiguration } from '@/lib/contract/customer-details'
import { CustomerDetailsItem as Item } from './customer-details-item'

type CustomerDetailsInvoiceProps = { invoice: InvoiceConfiguration; currency: string | undefined }

/** How the customer is invoiced. */
export function CustomerDetailsInvoice({ invoice, currency }: CustomerDetailsInvoiceProps) {
  const enumText = useEnumText()
  const format = useFormatter()
  const {
    deliveryMethod,
    paymentDueAfterInvoiceIssued: due,
    paymentDueUnits,
    chargeByActive,
    activityIndication,
  } = invoice
  // As many digits as were given: a rounded rate would be a wrong one.
  const number = (value: number | undefined, options?: NumberFormatOptions) =>
    value === undefined ? undefined : format.number(value, { ...options, maximumFractionDigits: 20 })
  const money: NumberFormatOptions | undefined =
    currency && /^[A-Z]{3}$/.test(currency) ? { style: 'currency', currency } : undefined
  return (
    <DescriptionList>
      <Item element="deliveryMethod">{deliveryMethod && enumText('deliveryMethod', deliveryMethod)}</Item>
      <Item element="vat">{number(invoice.vat, { style: 'unit', unit: 'percent' })}</Item>
      <Item element="paymentDueAfterInvoiceIssued">{number(due)}</Item>
      <Item element="paymentDueUnits">{paymentDueUnits && enumText('paymentDueUnits', paymentDueUnits)}</Item>
      <Item element="invoiceText">{invoice.invoiceText}</Item>
      <Item element="deviceCost">{number(invoice.deviceCost, money)}</Item>
      <Item element="chargeByActive">{chargeByActive && enumText('chargeByActive', chargeByActive)}</Item>
      <Item element="activityIndication">
        {activityIndication && enumText('activityIndication', activityIndication)}
      </Item>
    </DescriptionList>
  )
}
