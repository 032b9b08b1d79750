'use client'

import { ByteCounter } from '@/components/form/byte-counter'
import { FieldGrid } from '@/components/form/field-grid'
import { NumberField, TextField } from '@/components/form/text-field'
import { invoiceTextMaxBytes } from '@/lib/contract/element'
import { deliveryMethods, paymentDueUnits } from '@/lib/contract/enums'
import { EnumField } from './enum-field'

const textName = 'invoiceConfiguration.invoiceText'

/** Elements of the invoice configuration that can be given at creation and changed afterwards. */
export function InvoiceFields() {
  return (
    <FieldGrid>
      <NumberField name="invoiceConfiguration.paymentDueAfterInvoiceIssued" />
      <EnumField name="invoiceConfiguration.paymentDueUnits" of="paymentDueUnits" values={paymentDueUnits} emptiable />
      <EnumField name="invoiceConfiguration.deliveryMethod" of="deliveryMethod" values={deliveryMethods} emptiable />
      <NumberField name="invoiceConfiguration.vat" />
      <TextField
        name={textName}
        accessory={<ByteCounter name={textName} max={invoiceTextMaxBytes} />}
        className="sm:col-span-2"
      />
    </FieldGrid>
  )
}
