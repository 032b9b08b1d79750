'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { externalParamKeys } from '@/lib/client/external-param-queries'
import { useSubmission } from '@/lib/client/submission'
import type { Submission } from '@/lib/contract/submission'

export type DefinitionSubmissionOptions<Wire> = {
  call: (wire: Wire, idempotencyKey: string) => Promise<{ requestId: string }>
  /** Told as soon as it is known to have been accepted: of the request, or of undefined where it was found to be carried out already. */
  onAccepted: (requestId: string | undefined) => void
  onClose: () => void
}

/** Refusals after which the list is read anew: a definition is gone, or is another by now. */
const outrun: readonly number[] = [404, 409]

/** Sends a request about definitions; what asked for it is closed as soon as it is known to be accepted. */
export function useDefinitionSubmission<Wire>({ call, onAccepted, onClose }: DefinitionSubmissionOptions<Wire>) {
  const queryClient = useQueryClient()
  const submission = useSubmission<Wire>({
    call,
    onAcked: (requestId) => {
      onAccepted(requestId)
      onClose()
    },
  })
  const { state, settle } = submission

  async function send(wire: Wire) {
    const sent = await submission.send(wire)
    if (sent.error && outrun.includes(sent.error.status)) {
      queryClient.invalidateQueries({ queryKey: externalParamKeys.all })
    }
    return sent
  }

  const handleSettled = useCallback(
    (found: Submission) => {
      settle(found)
      if (found.state === 'none') return
      onAccepted(found.requestId)
      onClose()
    },
    [settle, onAccepted, onClose],
  )
  return { state, send, handleSettled }
}
