'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useEffectEvent, useRef } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import { customerDetailsOptions, customerKeys } from '@/lib/client/customer-queries'
import { callOptions, requestKeys } from '@/lib/client/request-queries'
import type { CallStatus } from '@/lib/contract/enums'
import type { FailedPatch } from './patch-submission'
import type { CustomerEdit, PatchUnderWay } from './use-customer-edit'

type Ended = Exclude<CallStatus, 'OPEN'>
type FollowedPatchesProps = {
  edit: CustomerEdit
  onFailed: (underWay: PatchUnderWay, status: FailedPatch['status']) => void
}

/** Follows the patches that were sent from this form to their end, and then puts the form on what stands. */
export function FollowedPatches({ edit: { basis, underWay, rebase }, onFailed }: FollowedPatchesProps) {
  const t = useTranslations('customerEdit')
  const announce = useAnnounce()
  const queryClient = useQueryClient()

  async function end(ended: PatchUnderWay, status: Ended) {
    const options = customerDetailsOptions(basis.customer.customerId)
    // What cannot be read now is read later; how the request has ended is known all the same.
    const fresh = await queryClient.fetchQuery({ ...options, staleTime: 0 }).catch(() => undefined)
    const succeeded = status === 'SUCCESS'
    rebase(fresh ?? (succeeded ? basis.customer : ended.stood), { underWay: ended, succeeded })
    if (status === 'SUCCESS') announce(t('succeeded'))
    else onFailed(ended, status)
    queryClient.invalidateQueries({ queryKey: requestKeys.lists })
    queryClient.invalidateQueries({ queryKey: customerKeys.all, refetchType: 'none' })
  }

  return underWay.map((entry) => (
    <FollowedRequest key={entry.requestId} requestId={entry.requestId} onEnded={(status) => end(entry, status)} />
  ))
}

/** Tells, once, how a request has ended. */
export function FollowedRequest({ requestId, onEnded }: { requestId: string; onEnded: (status: Ended) => void }) {
  const { data } = useQuery(callOptions(requestId))
  const tell = useEffectEvent(onEnded)
  const told = useRef(false)
  const status = data?.status ?? 'OPEN'

  useEffect(() => {
    if (status === 'OPEN' || told.current) return
    told.current = true
    tell(status)
  }, [status])

  return null
}
