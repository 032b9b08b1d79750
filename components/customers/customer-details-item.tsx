'use client'

import { type Messages, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DescriptionItem } from '@/components/ui/description-list'
import { NotGiven } from './not-given'

export type ElementName = keyof Messages['elements']

type CustomerDetailsItemProps = { element: ElementName; wide?: boolean; children: ReactNode }

/** One element with its label; a dash where it is absent or empty. Zero and "No" are values. */
export function CustomerDetailsItem({ element, wide, children }: CustomerDetailsItemProps) {
  const t = useTranslations('elements')
  const given = children !== undefined && children !== null && children !== ''
  return (
    <DescriptionItem name={t(element)} wide={wide}>
      {given ? children : <NotGiven />}
    </DescriptionItem>
  )
}
