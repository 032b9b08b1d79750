'use client'

import { useEnumText } from '@/components/form/enum-text'
import { Badge, type Tone } from '@/components/ui/badge'

const toneOf: Partial<Record<string, Tone>> = { ACTIVE: 'success', SUSPEND: 'warning' }

/** The status of a customer. */
export function CustomerStatus({ status }: { status: string }) {
  const enumText = useEnumText()
  return <Badge tone={toneOf[status] ?? 'neutral'}>{enumText('customerStatus', status)}</Badge>
}
