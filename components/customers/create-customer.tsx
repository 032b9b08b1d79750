'use client'

import { useQuery } from '@tanstack/react-query'
import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { DeadEndCard } from '@/components/ui/dead-end-card'
import { customerDetailsOptions } from '@/lib/client/customer-queries'
import { lowestLevel } from '@/lib/contract/customer-details'
import { CreateCustomerForm } from './create-customer-form'

type CreateCustomerProps = {
  /** The parent: the signed-in user's own customer. */
  customer: { customerId: string; customerName: string }
  /** Whether the user's role allows it. */
  mayCreate: boolean
}

/** The create form, or why there is none for this user. */
export function CreateCustomer({ customer: { customerId, customerName }, mayCreate }: CreateCustomerProps) {
  const t = useTranslations('customerForm')
  // The form does not wait for the level: nearly every parent may create, and the platform has the last word anyway.
  const { data: own } = useQuery({ ...customerDetailsOptions(customerId), enabled: mayCreate })
  if (mayCreate && own?.level !== lowestLevel) return <CreateCustomerForm customerId={customerId} />
  return (
    <DeadEndCard
      icon={<Lock className="size-5" />}
      title={t('notAllowed')}
      back={{ href: '/customers', text: t('back') }}
    >
      {t(mayCreate ? 'lowestLevel' : 'readOnly', { customerName })}
    </DeadEndCard>
  )
}
