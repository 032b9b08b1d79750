'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { customerDetailsOptions } from '@/lib/client/customer-queries'
import { lowestLevel } from '@/lib/contract/customer-details'

type CustomerTableCreateProps = {
  /** The parent, whose level decides too. */
  customerId: string
  customerName: string
  /** Whether the user's role allows it. */
  allowed: boolean
}

/** The way to the create form; where that is closed, why. */
export function CustomerTableCreate({ customerId, customerName, allowed }: CustomerTableCreateProps) {
  const t = useTranslations('customers')
  const { data } = useQuery({ ...customerDetailsOptions(customerId), enabled: allowed })
  const reason = !allowed ? t('readOnly') : data?.level === lowestLevel ? t('lowestLevel', { customerName }) : undefined
  if (reason) return <p className="max-w-xs text-ink-muted text-sm">{reason}</p>
  return (
    <LinkButton href="/customers/new" variant="primary">
      <Plus aria-hidden="true" className="size-4" />
      {t('create')}
    </LinkButton>
  )
}
