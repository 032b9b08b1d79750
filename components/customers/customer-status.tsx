'use client'

import { Badge, type Tone } from '@/components/ui/badge'
import { useEnumText } from './enum-text'

const toneOf: Partial<Record<string, Tone>> = { ACTIVE: 'success', SUSPEND: 'warning' }

/** The status of a customer. */
export function CustomerStatus({ status }: { status: string }) {
  const enumText = useEnumText()
  return <Badge tone={toneOf[status] ?? 'neutral'}>{enumText('customerStatus', status)}</Badge>
}
