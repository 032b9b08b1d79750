'use client'

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'
import { type Change, changesOf } from '@/lib/forms/patch'
import type { CustomerEdit } from './use-customer-edit'

/** Pause in typing after which the changes are counted again, in milliseconds: no keystroke waits for it. */
const pauseMs = 120

const ChangesContext = createContext<readonly Change[]>([])

/** What the edit form around would change, as it stood a moment ago. */
export function useEditChanges(): readonly Change[] {
  return useContext(ChangesContext)
}

/** Counts what the edit form would change, for all that show it. */
export function EditChanges({ edit, children }: { edit: CustomerEdit; children: ReactNode }) {
  const { form, basis, patchNow } = edit
  const [changes, setChanges] = useState<readonly Change[]>([])
  const { subscribe } = form
  const count = useCallback(() => setChanges(changesOf(basis.edited, patchNow())), [basis, patchNow])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    count()
    const unsubscribe = subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer)
        timer = setTimeout(count, pauseMs)
      },
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [subscribe, count])

  return <ChangesContext value={changes}>{children}</ChangesContext>
}
