'use client'

import { useRef, useState } from 'react'
import type { AuthFailure, AuthOutcome } from '@/lib/client/auth-call'

/** Runs one call of the auth library's doors at a time, and knows whether it runs and why the last one failed. */
export function useAuthAction() {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<AuthFailure>()
  // A state would come too late for a second click in the same moment.
  const running = useRef(false)

  /** @param done what follows a success; the action stays busy until it has ended */
  async function run<T>(
    call: () => Promise<AuthOutcome<T>>,
    done: (value: T) => void | Promise<void>,
    failed?: (failure: AuthFailure) => void,
  ): Promise<void> {
    if (running.current) return
    running.current = true
    setBusy(true)
    setFailure(undefined)
    const outcome = await call()
    if (outcome.ok) await done(outcome.value)
    running.current = false
    setBusy(false)
    if (outcome.ok) return
    setFailure(outcome.failure)
    failed?.(outcome.failure)
  }

  /** Forgets the last failure: what it was about is not asked for any more. */
  const forget = () => setFailure(undefined)

  return { busy, failure, run, forget }
}
