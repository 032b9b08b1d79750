'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useCallback, useState } from 'react'
import { useAnnounce } from '@/components/ui/live-region'
import { customerKeys } from '@/lib/client/customer-queries'
import { sendModifyCustomer } from '@/lib/client/modify-customer'
import { useSubmission } from '@/lib/client/submission'
import type { CallStatus } from '@/lib/contract/enums'
import type { ModifyCustomer } from '@/lib/contract/modify-customer'
import { patchedElements, seenDigests } from '@/lib/contract/patched-elements'
import type { Problem } from '@/lib/contract/problem'
import type { Submission } from '@/lib/contract/submission'
import { fieldName, valueAt } from '@/lib/forms/field-name'
import type { CustomerPatch } from '@/lib/forms/patch'
import type { CustomerEdit, PatchUnderWay } from './use-customer-edit'

/** Elements of a patch that somebody else has changed meanwhile, by the names of their fields: what stands now, and what the patch wanted. */
export type PatchConflict = {
  patch: ModifyCustomer
  problems: readonly Problem[]
  entries: readonly { name: string; present: unknown; wanted: unknown }[]
}

/** A patch that the platform accepted and could not carry out. */
export type FailedPatch = { underWay: PatchUnderWay; status: Exclude<CallStatus, 'OPEN' | 'SUCCESS'> }

/** A patch that failed and was not sent from this form: before a reload, from another tab, or by a colleague. */
export type FailedOther = { requestId: string; status: FailedPatch['status'] }

/**
 * Sends the reviewed patch of an edit form, and knows what came of it.
 * @param onDone told when the patch needs no more review
 */
export function usePatchSubmission(edit: CustomerEdit, onDone: () => void) {
  const t = useTranslations('customerEdit')
  const announce = useAnnounce()
  const queryClient = useQueryClient()
  const [sent, setSent] = useState<ModifyCustomer>()
  const [conflict, setConflict] = useState<PatchConflict>()
  const [failures, setFailures] = useState<readonly FailedPatch[]>([])
  const [failedOthers, setFailedOthers] = useState<readonly FailedOther[]>([])
  const [carriedOut, setCarriedOut] = useState<string>()
  const { basis, accept, locate, refuse } = edit
  const { customerId } = basis.customer
  const { state, send, settle, startAnew } = useSubmission({
    call: (patch: ModifyCustomer, idempotencyKey) => {
      const seen = seenDigests(patchedElements(basis.customer, patch))
      return sendModifyCustomer({ customerId, body: patch, seen, idempotencyKey })
    },
    onAcked: (requestId, patch) => {
      accept(patch as CustomerPatch, requestId)
      startAnew()
      announce(t('accepted'))
    },
  })

  /** Sends a patch unless it is not known yet what became of the one before. */
  function confirm(patch: ModifyCustomer) {
    return state.kind === 'unknown' ? onDone() : deliver(patch)
  }

  async function deliver(patch: ModifyCustomer) {
    setSent(patch)
    setFailures([])
    setCarriedOut(undefined)
    const { problems = [], error } = await send(patch)
    const changed = problems.filter(({ code }) => code === 'changedMeanwhile')
    const located = locate(problems, patch as CustomerPatch)
    if (changed.length > 0) {
      const entries = changed.map((problem) => ({
        name: fieldName(located[problems.indexOf(problem)]?.path ?? problem.path),
        present: problem.present,
        wanted: valueAt(patch, fieldName(problem.path)),
      }))
      setConflict({ patch, problems: changed, entries })
      // What else has changed meanwhile is to be seen, too.
      queryClient.invalidateQueries({ queryKey: customerKeys.details(customerId) })
    } else if (problems.length > 0) {
      refuse(located)
    }
    // Signing in again happens over the review, which stays to be confirmed once more.
    if (error?.status !== 401) onDone()
  }

  const handleSettled = useCallback(
    (submission: Submission) => {
      if (submission.state !== 'none' && sent) accept(sent as CustomerPatch, submission.requestId)
      settle(submission)
    },
    [accept, settle, sent],
  )

  function sendAgain() {
    startAnew()
    if (sent) deliver(sent)
  }

  const fail = useCallback(
    (underWay: PatchUnderWay, status: FailedPatch['status']) => setFailures((held) => [...held, { underWay, status }]),
    [],
  )

  const failOther = useCallback(
    (requestId: string, status: FailedPatch['status']) =>
      setFailedOthers((held) => [...held.filter((other) => other.requestId !== requestId), { requestId, status }]),
    [],
  )

  return {
    state,
    conflict,
    failures,
    failedOthers,
    /** Id of the request that was carried out last. */
    carriedOut,
    succeed: setCarriedOut,
    confirm,
    handleSettled,
    sendAgain,
    fail,
    failOther,
    closeConflict: () => setConflict(undefined),
    closeFailed: (failed: FailedPatch) => setFailures((held) => held.filter((other) => other !== failed)),
    closeFailedOther: (requestId: string) =>
      setFailedOthers((held) => held.filter((other) => other.requestId !== requestId)),
    /** Forgets what became of the patches before: the form is as it stands. */
    forget: () => {
      setFailures([])
      setCarriedOut(undefined)
      if (state.kind !== 'unknown' && state.kind !== 'sending') startAnew()
    },
  }
}

export type PatchSubmission = ReturnType<typeof usePatchSubmission>
