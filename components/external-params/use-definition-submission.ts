'use client'

import { useCallback } from 'react'
import { useSubmission } from '@/lib/client/submission'
import type { Submission } from '@/lib/contract/submission'

type DefinitionSubmissionOptions<Wire> = {
  call: (wire: Wire, idempotencyKey: string) => Promise<{ requestId: string }>
  /** Told of the request, as soon as it is known to have been accepted. */
  onAccepted: (requestId: string) => void
  onClose: () => void
}

/** Sends a request about definitions; what asked for it is closed as soon as it is known to be accepted. */
export function useDefinitionSubmission<Wire>({ call, onAccepted, onClose }: DefinitionSubmissionOptions<Wire>) {
  const { state, send, settle } = useSubmission<Wire>({
    call,
    onAcked: (requestId) => {
      onAccepted(requestId)
      onClose()
    },
  })
  const handleSettled = useCallback(
    (submission: Submission) => {
      settle(submission)
      if (submission.state === 'none') return
      if (submission.requestId) onAccepted(submission.requestId)
      onClose()
    },
    [settle, onAccepted, onClose],
  )
  return { state, send, handleSettled }
}
