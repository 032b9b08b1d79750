'use client'

import { useTranslations } from 'next-intl'
import { Badge, type Tone } from '@/components/ui/badge'
import type { CallStatus } from '@/lib/client/request-queries'

const toneOf: Record<CallStatus, Tone> = {
  OPEN: 'info',
  SUCCESS: 'success',
  FAILURE: 'danger',
  INTERNAL_ERROR: 'danger',
}

/** The status of a request in words. */
export function RequestStatus({ status }: { status: CallStatus }) {
  const t = useTranslations('requests.statuses')
  return (
    <Badge tone={toneOf[status]} busy={status === 'OPEN'}>
      {t(status)}
    </Badge>
  )
}
