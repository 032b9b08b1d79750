'use client'

import { useTranslations } from 'next-intl'
import { FieldGrid } from '@/components/form/field-grid'
import { TextField } from '@/components/form/text-field'
import { SectionCard } from '@/components/ui/card'
import { CustomFields } from './custom-fields'
import { CustomerDetailsLists } from './customer-details-lists'
import { CustomerDetailsProfile } from './customer-details-profile'
import { CustomerPart } from './customer-part'
import { EditPart } from './edit-part'
import { FixedElements } from './fixed-elements'
import { MfaPolicyMeaning } from './mfa-policy-meaning'
import { ProfileFields } from './profile-fields'

/** What the customer itself is, without its contacts, addresses and invoice configuration. */
export function EditProfile() {
  const t = useTranslations('customerEdit')
  return (
    <CustomerPart
      edit={(edit) => (
        <EditPart edit={edit}>
          <SectionCard id="profile" title={t('sections.profile')}>
            <ProfileFields />
            <MfaPolicyMeaning stands={edit.basis.draft.mfaConfiguration} />
          </SectionCard>
          <SectionCard id="campaign" title={t('sections.campaign')} description={t('descriptions.campaign')}>
            <FieldGrid>
              <TextField name="campaign" inputMode="numeric" />
            </FieldGrid>
          </SectionCard>
          <SectionCard
            id="customFields"
            title={t('sections.customFields')}
            description={t('descriptions.customFields')}
          >
            <CustomFields />
          </SectionCard>
          <FixedElements customer={edit.basis.customer} />
        </EditPart>
      )}
      read={(customer) => (
        <>
          <SectionCard id="profile" title={t('sections.profile')}>
            <CustomerDetailsProfile customer={customer} />
          </SectionCard>
          <CustomerDetailsLists customer={customer} />
        </>
      )}
    />
  )
}
