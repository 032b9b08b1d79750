'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useAnnounce } from '@/components/ui/live-region'
import { customerDetailsOptions, customerKeys } from '@/lib/client/customer-queries'
import { type Ended, FollowedRequest } from '@/lib/client/followed-request'
import { requestKeys } from '@/lib/client/request-queries'
import { keepSeen } from '@/lib/forms/rebase'
import type { FailedPatch } from './patch-submission'
import type { CustomerEdit, PatchUnderWay } from './use-customer-edit'

type FollowedPatchesProps = {
  edit: CustomerEdit
  /** Ids of requests that were not sent from this form. */
  others: readonly string[]
  onSucceeded: (requestId: string) => void
  onFailed: (underWay: PatchUnderWay, status: FailedPatch['status']) => void
  /** The same for a request that was not sent from this form. */
  onOtherFailed: (requestId: string, status: FailedPatch['status']) => void
}

/** Follows the patches of a customer to their end, and then puts the form on what stands. */
export function FollowedPatches({ edit, others, onSucceeded, onFailed, onOtherFailed }: FollowedPatchesProps) {
  const { basis, underWay, rebase } = edit
  const t = useTranslations('customerEdit')
  const announce = useAnnounce()
  const queryClient = useQueryClient()

  async function end(ended: PatchUnderWay, status: Ended) {
    const options = customerDetailsOptions(basis.customer.customerId)
    // What was asked for before the end may tell of the time before it. What cannot be read now is read later.
    await queryClient.cancelQueries({ queryKey: options.queryKey })
    const fresh = await queryClient.fetchQuery({ ...options, staleTime: 0 }).catch(() => undefined)
    const succeeded = status === 'SUCCESS'
    const stands = succeeded ? basis.customer : keepSeen(basis.customer, ended.stood, [ended.patch])
    rebase(fresh ?? stands, { underWay: ended, succeeded })
    if (status === 'SUCCESS') {
      onSucceeded(ended.requestId)
      announce(t('succeeded'))
    } else onFailed(ended, status)
    queryClient.invalidateQueries({ queryKey: requestKeys.lists })
    queryClient.invalidateQueries({ queryKey: customerKeys.all, refetchType: 'none' })
  }

  function endOther(requestId: string, status: Ended) {
    if (status !== 'SUCCESS') onOtherFailed(requestId, status)
    queryClient.invalidateQueries({ queryKey: requestKeys.lists })
    queryClient.invalidateQueries({ queryKey: customerKeys.details(basis.customer.customerId) })
  }

  return (
    <>
      {underWay.map((entry) => (
        <FollowedRequest key={entry.requestId} requestId={entry.requestId} onEnded={(status) => end(entry, status)} />
      ))}
      {others.map((requestId) => (
        <FollowedRequest key={requestId} requestId={requestId} onEnded={(status) => endOther(requestId, status)} />
      ))}
    </>
  )
}
