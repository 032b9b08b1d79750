'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useAnnounce } from '@/components/ui/live-region'
import { customerDetailsOptions, customerKeys } from '@/lib/client/customer-queries'
import { type Ended, FollowedRequest } from '@/lib/client/followed-request'
import { requestKeys } from '@/lib/client/request-queries'
import type { FailedPatch } from './patch-submission'
import type { CustomerEdit, PatchUnderWay } from './use-customer-edit'

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
