'use client'

import { useTranslations } from 'next-intl'
import { FieldGrid } from '@/components/form/field-grid'
import { NumberField } from '@/components/form/text-field'
import { SectionCard } from '@/components/ui/card'
import { activityIndications, chargeByActives } from '@/lib/contract/enums'
import { CustomerDetailsInvoice } from './customer-details-invoice'
import { CustomerPart } from './customer-part'
import { EditPart } from './edit-part'
import { EnumField } from './enum-field'
import { InvoiceFields } from './invoice-fields'

/** How the customer is invoiced. */
export function EditInvoice() {
  const t = useTranslations('customerEdit')
  const tDetails = useTranslations('customerDetails')
  return (
    <CustomerPart
      edit={(edit) => (
        <EditPart edit={edit}>
          <SectionCard id="invoice" title={t('sections.invoice')}>
            <InvoiceFields />
            <FieldGrid>
              <NumberField name="invoiceConfiguration.deviceCost" />
              <EnumField
                name="invoiceConfiguration.chargeByActive"
                of="chargeByActive"
                values={chargeByActives}
                emptiable
              />
              <EnumField
                name="invoiceConfiguration.activityIndication"
                of="activityIndication"
                values={activityIndications}
                emptiable
              />
            </FieldGrid>
          </SectionCard>
        </EditPart>
      )}
      read={({ invoiceConfiguration, currency }) => (
        <SectionCard id="invoice" title={tDetails('sections.invoice')}>
          {invoiceConfiguration ? (
            <CustomerDetailsInvoice invoice={invoiceConfiguration} currency={currency} />
          ) : (
            <p className="text-ink-muted">{tDetails('none.invoice')}</p>
          )}
        </SectionCard>
      )}
    />
  )
}
