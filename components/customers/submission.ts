'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { Sent } from '@/components/form/use-wire-form'
import { RefusalError } from '@/lib/client/refusal-error'
import { requestKeys } from '@/lib/client/request-queries'
import type { Submission } from '@/lib/contract/submission'
import { newIdempotencyKey } from './idempotency-key'

/** Where a submission stands. */
export type SubmissionState =
  | { kind: 'none' }
  | { kind: 'sending' }
  /** Accepted. */
  | { kind: 'acked' }
  /** Definitely not carried out. */
  | { kind: 'refused'; error: RefusalError }
  /** No answer came, or none that could be read: it may have arrived. */
  | { kind: 'unknown'; key: string }
  /** It was unknown, and turned out to have arrived. */
  | { kind: 'arrived'; requestId?: string; customerId?: string }
  /** It was unknown, and turned out not to have arrived. */
  | { kind: 'notSent' }

type SubmissionOptions<Wire> = {
  /** Sends a request under an idempotency key. */
  call: (wire: Wire, idempotencyKey: string) => Promise<{ requestId: string }>
  /** Told of the ACK. */
  onAcked: (requestId: string, wire: Wire) => void
}

/** Sends what a form asks for, once per key, and knows where that stands. */
export function useSubmission<Wire>({ call, onAcked }: SubmissionOptions<Wire>) {
  const queryClient = useQueryClient()
  const [state, setState] = useState<SubmissionState>({ kind: 'none' })
  const key = useRef<string>(undefined)

  async function send(wire: Wire): Promise<Sent> {
    key.current ??= newIdempotencyKey()
    const idempotencyKey = key.current
    // What was found out about an earlier attempt with this key says nothing of this one.
    queryClient.removeQueries({ queryKey: requestKeys.submission(idempotencyKey) })
    setState({ kind: 'sending' })
    try {
      const { requestId } = await call(wire, idempotencyKey)
      setState({ kind: 'acked' })
      queryClient.invalidateQueries({ queryKey: requestKeys.lists })
      onAcked(requestId, wire)
      return { locked: true }
    } catch (error) {
      if (error instanceof RefusalError && !mayHaveArrived(error)) {
        key.current = undefined
        setState({ kind: 'refused', error })
        return { locked: false, problems: error.errors }
      }
      // Whatever else went wrong, it was after the first byte may have left.
      setState({ kind: 'unknown', key: idempotencyKey })
      return { locked: true }
    }
  }

  /**
   * Takes what was found out about an unknown outcome. Where nothing was sent the key stays: should the first request be merely late, the
   * second still cannot make a second sub-customer.
   */
  const settle = useCallback(
    ({ state: found, requestId, customerId: createdId }: Submission) => {
      if (found === 'none') return setState({ kind: 'notSent' })
      setState({ kind: 'arrived', requestId, customerId: createdId })
      queryClient.invalidateQueries({ queryKey: requestKeys.lists })
    },
    [queryClient],
  )

  /** What is sent next is another request: the first one is done with, or the user has decided that it did not arrive. */
  const startAnew = useCallback(() => {
    key.current = undefined
    setState({ kind: 'none' })
  }, [])

  return { state, send, settle, startAnew }
}

/** A key that was used for another body means that the body before this one did arrive. */
function mayHaveArrived({ outcome, errors }: RefusalError): boolean {
  return outcome === 'unknown' || errors.some(({ code }) => code === 'keyReused')
}
