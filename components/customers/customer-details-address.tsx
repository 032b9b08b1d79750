'use client'

import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import { useEnumText } from '@/components/form/enum-text'
import { Badge } from '@/components/ui/badge'
import { DescriptionList } from '@/components/ui/description-list'
import { countriesOptions } from '@/lib/client/reference-queries'
import type { Address } from '@/lib/contract/customer-details'
import { CustomerDetailsFlag } from './customer-details-flag'
import { CustomerDetailsId } from './customer-details-id'
import { CustomerDetailsItem as Item } from './customer-details-item'

/** One address with its representative. */
export function CustomerDetailsAddress({ address, title }: { address: Address; title: string }) {
  const t = useTranslations('customerDetails')
  const enumText = useEnumText()
  const countryText = useCountryText()
  const { type, salutation, title: academicTitle, country } = address
  return (
    <article aria-label={title}>
      <h3 className="mb-1 flex items-center gap-2 font-semibold">
        {title}
        {address.isPrimary ? <Badge tone="info">{t('primary')}</Badge> : null}
      </h3>
      <DescriptionList>
        <Item element="type">{type && enumText('addressType', type)}</Item>
        <Item element="fullName">{address.fullName}</Item>
        <Item element="salutation">{salutation && enumText('salutation', salutation)}</Item>
        <Item element="title">{academicTitle && enumText('title', academicTitle)}</Item>
        <Item element="company">{address.company}</Item>
        <Item element="emailAddress">{address.emailAddress}</Item>
        <Item element="street">{address.street}</Item>
        <Item element="buildingNumber">{address.buildingNumber}</Item>
        <Item element="buildingName">{address.buildingName}</Item>
        <Item element="buildingFloor">{address.buildingFloor}</Item>
        <Item element="apartmentNumber">{address.apartmentNumber}</Item>
        <Item element="entrance">{address.entrance}</Item>
        <Item element="pobox">{address.pobox}</Item>
        <Item element="zipCode">{address.zipCode}</Item>
        <Item element="city">{address.city}</Item>
        <Item element="province">{address.province}</Item>
        <Item element="state">{address.state}</Item>
        <Item element="country">{country && countryText(country)}</Item>
        <CustomerDetailsFlag element="isPrimary" value={address.isPrimary} />
        <CustomerDetailsId element="id" value={address.id} />
      </DescriptionList>
    </article>
  )
}

/** Words a country. The wire promises no code, so what is none is shown as it came. */
function useCountryText(): (country: string) => string {
  const format = useFormatter()
  const countries = useQuery(countriesOptions()).data
  return (country) => {
    const known = countries?.find(({ code }) => code === country)
    if (!known) return country
    return known.alpha2 ? format.displayName(known.alpha2, { type: 'region' }) : known.name
  }
}
