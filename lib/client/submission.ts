'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { Problem } from '@/lib/contract/problem'
import type { Submission } from '@/lib/contract/submission'
import { newIdempotencyKey } from './idempotency-key'
import { RefusalError } from './refusal-error'
import { requestKeys } from './request-queries'

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

/** How one attempt at a write has ended. */
export type Attempt =
  | { kind: 'acked'; requestId: string }
  /** Definitely not carried out. */
  | { kind: 'refused'; error: RefusalError }
  /** No answer came, or none that could be read: it may have arrived. */
  | { kind: 'unknown' }

/** Makes one attempt at a write, and tells what is known of it then. */
export async function attempt(call: () => Promise<{ requestId: string }>): Promise<Attempt> {
  try {
    const { requestId } = await call()
    return { kind: 'acked', requestId }
  } catch (error) {
    if (error instanceof RefusalError && !mayHaveArrived(error)) return { kind: 'refused', error }
    // Whatever else went wrong, it was after the first byte may have left.
    return { kind: 'unknown' }
  }
}

/** How sending a form ended: whether it stays locked, and which elements were refused. */
type Sent = { locked: boolean; problems?: readonly Problem[] }

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
    const made = await attempt(() => call(wire, idempotencyKey))
    if (made.kind === 'unknown') {
      setState({ kind: 'unknown', key: idempotencyKey })
      return { locked: true }
    }
    if (made.kind === 'refused') {
      key.current = undefined
      setState(made)
      return { locked: false, problems: made.error.errors }
    }
    setState({ kind: 'acked' })
    queryClient.invalidateQueries({ queryKey: requestKeys.lists })
    onAcked(made.requestId, wire)
    return { locked: true }
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
